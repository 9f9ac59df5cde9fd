/** What the clock does every minute: gives what is due, and leaves word that it was here. */
import type { Conversation } from '../conversation/conversation.ts'
import type { Chapter } from '../kernel/chapter.ts'
import { type Clock, type Instant, localDateOf, plusMilliseconds } from '../kernel/time.ts'
import { sayError } from '../log.ts'
import type { Database } from '../store/database.ts'
import { forgetSentBefore } from '../store/outbox.ts'
import { dropReceiptsBefore } from '../store/receipts.ts'
import { outcomeOf, sayHandled, type Watch } from './handled.ts'
import { recordRun } from './rows.ts'
import { requestIdOf, traced } from './trace.ts'

export interface TickDeps extends Watch {
  readonly db: Database
  readonly chapters: readonly Chapter[]
  readonly clock: Clock
  readonly ids: () => string
}

const KEEP_RECEIPTS_MS = 30 * 86_400_000
const KEEP_SENT_MS = 60 * 86_400_000

export async function tickOnce(deps: TickDeps, { execute }: Pick<Conversation, 'execute'>): Promise<void> {
  const { db, clock, elapsed, meter } = deps
  const [since, startedAt] = [elapsed(), clock()]
  const failed: string[] = []
  for (const chapter of deps.chapters)
    if (!(await giveDue(deps, execute, chapter, startedAt))) failed.push(chapter.name)
  const endedAt = clock()
  const fault = failed.length > 0 ? { fault: failed.join(',') } : {}
  await db.commit([
    dropReceiptsBefore(plusMilliseconds(startedAt, -KEEP_RECEIPTS_MS)),
    forgetSentBefore(plusMilliseconds(startedAt, -KEEP_SENT_MS)),
    recordRun({ name: 'tick', startedAt, endedAt, ...fault }),
  ])
  const ms = elapsed() - since
  meter.ran('tick', failed.length === 0, ms / 1000)
  deps.log.debug({ kind: 'tick', ms: Math.round(ms), failed }, 'ticked')
}

/** What one chapter cannot do does not keep the others waiting: false where it failed. */
async function giveDue(
  deps: TickDeps,
  execute: Conversation['execute'],
  { name, due }: Chapter,
  at: Instant,
): Promise<boolean> {
  const today = localDateOf(at)
  try {
    for (const { command, with: payload, cause } of (await due?.(deps.db, { at, today })) ?? []) {
      const meta = { by: 'clock', inNameOf: 'clock', causes: [`clock:${cause}`], at, today } as const
      await traced(requestIdOf(meta.causes, null, deps.ids), async (trace) => {
        const since = deps.elapsed()
        await execute(command, payload, meta)
        sayHandled(deps, trace, { kind: 'clock', outcome: outcomeOf(trace), since })
      })
    }
    return true
  } catch (error) {
    deps.log.error({ chapter: name, ...sayError(error) }, 'the clock could not give what is due')
    deps.meter.ran(`due ${name}`, false, 0)
    return false
  }
}
