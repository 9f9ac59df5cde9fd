/** The one line of each delivery, and its place in the metrics. */
import type { Log } from '../log.ts'
import type { Meter } from './meter.ts'
import type { Trace } from './trace.ts'

export interface Watch {
  readonly log: Log
  readonly meter: Meter
  /** A clock that only runs forward, ms. */
  readonly elapsed: () => number
}

/** `late`: answered before it was decided. `answered`: there was nothing to decide. */
export type Handled = 'done' | 'refused' | 'answered' | 'late' | 'failed'

/** What came of the delivery, from what was noted on it. */
export function outcomeOf({ commands }: Trace): Handled {
  const last = commands.at(-1)
  return last === undefined ? 'answered' : last.ok ? 'done' : 'refused'
}

/** Writes the line: which kind, what came of it, which command, and how long it took. */
export function sayHandled(
  { log, meter, elapsed }: Watch,
  trace: Trace,
  facts: { readonly kind: string; readonly outcome: Handled; readonly since: number },
): void {
  const { kind, outcome, since } = facts
  const ms = Math.round((elapsed() - since) * 10) / 10
  const last = trace.commands.at(-1)
  const more = trace.commands.length > 1 ? { commands: trace.commands.length } : {}
  const decided = last && { command: last.command, code: last.code, attempts: last.attempts, ...more }
  log.info({ request: trace.request, kind, outcome, ...decided, ms }, 'handled')
  meter.answered(kind, outcome, ms / 1000)
}
