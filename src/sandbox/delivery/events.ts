/** Events go out until they are acknowledged: at once, then after 15 s, 5 min, 1 h and 6 h (protocol.md 1.7). */
import type { Entry, Journal } from '../storage.ts'
import type { Timer } from '../timer.ts'
import type { PostOutcome } from './post.ts'

const FIRST_RETRY = 15_000
const RETRY_AFTER: readonly number[] = [FIRST_RETRY, 5 * 60_000, 60 * 60_000, 6 * 60 * 60_000]
const PENDING_KEPT = 10_000

interface Pending {
  readonly eventId: string
  readonly body: string
  /** Attempts that failed so far. */
  readonly tries: number
  /** When the next attempt is due, ms of the sandbox's clock. */
  readonly dueAt: number
}

export interface EventDelivery {
  /** Takes over what the log says was not acknowledged yet. */
  replay(entry: Entry): void
  /** Arms the timers of what was taken over. */
  resume(): void
  /** Posts the event; resolves after the first attempt, however it ends. */
  deliver(eventId: string, body: string): Promise<void>
  /** Tries again whatever is due by now, as after the clock was moved. */
  runDue(): Promise<void>
  snapshot(): readonly Entry[]
  /** Stops all timers. */
  close(): void
}

interface Parts {
  readonly post: (body: string) => Promise<PostOutcome>
  /** How often an accepted event is sent once more (a fault, normally 0). */
  readonly repeats: () => number
  readonly journal: Journal
  readonly timer: Timer
  readonly now: () => number
  readonly log: (line: string) => void
}

/** Delivery with retries. An attempt counts as acknowledged only by HTTP 200. */
export function createEventDelivery(parts: Parts): EventDelivery {
  const queue: Queue = { pending: new Map(), inFlight: new Set(), stops: new Map() }
  return {
    replay: (entry) => takeOver(queue, entry),
    resume() {
      for (const item of queue.pending.values()) arm(parts, queue, item)
    },
    async deliver(eventId, body) {
      const item = { eventId, body, tries: 0, dueAt: parts.now() + FIRST_RETRY }
      hold(parts, queue, item)
      await attempt(parts, queue, item)
    },
    runDue: () => runDue(parts, queue),
    snapshot: () => [...queue.pending.values()].map((item) => ({ what: 'due', ...item })),
    close() {
      for (const stop of queue.stops.values()) stop()
    },
  }
}

interface Queue {
  readonly pending: Map<string, Pending>
  readonly inFlight: Set<string>
  readonly stops: Map<string, () => void>
}

function takeOver(queue: Queue, entry: Entry): void {
  if (entry.what === 'settled') queue.pending.delete(entry.eventId)
  if (entry.what === 'due') queue.pending.set(entry.eventId, afterRestart(entry))
}

function hold(parts: Parts, queue: Queue, item: Pending): void {
  parts.journal.record({ what: 'due', ...item })
  queue.pending.set(item.eventId, item)
  const [oldest] = queue.pending.keys()
  if (oldest !== undefined && queue.pending.size > PENDING_KEPT) settle(parts, queue, oldest)
}

function settle(parts: Parts, queue: Queue, eventId: string): void {
  queue.stops.get(eventId)?.()
  queue.stops.delete(eventId)
  queue.pending.delete(eventId)
  parts.journal.record({ what: 'settled', eventId })
}

function arm(parts: Parts, queue: Queue, item: Pending): void {
  queue.stops.get(item.eventId)?.()
  const wait = Math.max(0, item.dueAt - parts.now())
  queue.stops.set(
    item.eventId,
    parts.timer.after(wait, () => void runDue(parts, queue)),
  )
}

async function runDue(parts: Parts, queue: Queue): Promise<void> {
  const due = [...queue.pending.values()].filter((item) => item.tries > 0 && item.dueAt <= parts.now())
  await Promise.all(due.map((item) => attempt(parts, queue, item)))
}

async function attempt(parts: Parts, queue: Queue, item: Pending): Promise<void> {
  if (queue.inFlight.has(item.eventId)) return
  queue.inFlight.add(item.eventId)
  const outcome = await parts.post(item.body)
  queue.inFlight.delete(item.eventId)
  if (outcome.is !== 'answered' || outcome.status !== 200) {
    postpone(parts, queue, item, outcome)
    return
  }
  settle(parts, queue, item.eventId)
  for (let left = parts.repeats(); left > 0; left--) await parts.post(item.body)
}

function postpone(parts: Parts, queue: Queue, item: Pending, outcome: PostOutcome): void {
  const wait = RETRY_AFTER[item.tries]
  const next = wait === undefined ? 'given up' : `again in ${wait / 1000} s`
  parts.log(`event ${item.eventId}: ${describe(outcome)}; ${next}`)
  if (wait === undefined) {
    settle(parts, queue, item.eventId)
    return
  }
  const later = { ...item, tries: item.tries + 1, dueAt: parts.now() + wait }
  hold(parts, queue, later)
  arm(parts, queue, later)
}

/** An attempt that was under way when the process ended counts as failed. */
function afterRestart(entry: Pending): Pending {
  return { eventId: entry.eventId, body: entry.body, tries: Math.max(1, entry.tries), dueAt: entry.dueAt }
}

function describe(outcome: PostOutcome): string {
  return outcome.is === 'answered' ? `HTTP ${outcome.status}` : outcome.is
}
