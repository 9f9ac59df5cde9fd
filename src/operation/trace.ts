/** Which delivery a line of the log belongs to, and what came of it: kept beside the call, because a line may be written anywhere beneath. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Log, LogFacts } from '../log.ts'

/** What a command came to, as its line tells it. */
export interface CommandNote {
  /** `plan.review`; `secret` for one of which no line may tell (Article 32). */
  readonly command: string
  /** `done`, or the code of the refusal. */
  readonly code: string
  readonly ok: boolean
  /** How often it was decided: more than 1 after a lost race, 0 where a repeated delivery got its old outcome. */
  readonly attempts: number
}

/** One delivery, tap or message on its way; what is noted on it goes into its line. */
export interface Trace {
  /** The platform's id of the event, the caller's `x-request-id`, or made here. */
  readonly request: string
  /** What the conversation noted: the last command stands in the line, and how many there were. */
  readonly commands: CommandNote[]
}

const traces = new AsyncLocalStorage<{ readonly request: string; readonly commands: CommandNote[] }>()

/** Runs what handles one delivery; lines written beneath carry its id. */
export function traced<T>(request: string, run: (trace: Trace) => T): T {
  const trace: Trace = { request, commands: [] }
  return traces.run(trace, () => run(trace))
}

/** Runs what belongs to no delivery, though it was set off by one. */
export function untraced<T>(run: () => T): T {
  return traces.exit(run)
}

/** Notes what a command came to on the delivery that brought it, where there is one. */
export function noteCommand(note: CommandNote): void {
  traces.getStore()?.commands.push(note)
}

/** The log whose lines carry the id of the delivery beneath which they are written. */
export function tracing(log: Log): Log {
  const withRequest = (facts: LogFacts): LogFacts => {
    const request = traces.getStore()?.request
    return request === undefined || 'request' in facts ? facts : { request, ...facts }
  }
  return {
    debug: (facts, message) => log.debug(withRequest(facts), message),
    info: (facts, message) => log.info(withRequest(facts), message),
    warn: (facts, message) => log.warn(withRequest(facts), message),
    error: (facts, message) => log.error(withRequest(facts), message),
  }
}

/** Only what could be an id: it comes from outside. */
const ID = /^[\w.:-]{1,80}$/

/** The id by which a delivery is traced: the platform's event, else what the caller says, else a fresh one. */
export function requestIdOf(
  causes: readonly string[],
  said: string | null | undefined,
  fresh: () => string,
): string {
  const event = causes[0]?.replace(/^[a-z]+:event:/, '')
  return [event, said ?? undefined].find((one) => one !== undefined && ID.test(one)) ?? fresh()
}
