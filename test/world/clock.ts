/** One clock for the service and for the campus: it stands until somebody moves it. */
import { type Clock, instantOf } from '../../src/kernel/time.ts'
import { realTimer, type Timer } from '../../src/sandbox/timer.ts'

/** Monday morning at the start of the school's year of objectives. */
export const START = Date.parse('2026-03-02T10:00:00+08:00')

const DAY_MS = 86_400_000
/** Deadlines and slowness are waited for; what comes later (Feishu's retries) waits for the clock to be moved. */
const REALLY_WAITED_MS = 10_000

export interface WorldClock {
  readonly clock: Clock
  now(): number
  moveDays(days: number): void
  /** Moves to that moment, ms; never back. */
  reach(moment: number): void
  /** Waits by moving the clock. */
  wait(ms: number): Promise<void>
  /** Moves by so many ms and runs the timers that come due on the way. */
  pass(ms: number): void
  readonly timer: Timer
}

/** `patience`: by how much what is really waited for is drawn out, for a story that may run on a busy machine. */
export function worldClock(start = START, patience = 1): WorldClock {
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>()
  let now = start
  const reach = (moment: number): void => {
    now = Math.max(now, moment)
  }
  const runDue = (until: number): void => {
    const due = [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
    for (const timer of due) {
      waiting.delete(timer)
      reach(timer.at)
      timer.run()
    }
  }
  return {
    clock: () => instantOf(now),
    now: () => now,
    moveDays: (days) => reach(now + days * DAY_MS),
    reach,
    wait: async (ms) => reach(now + ms),
    pass(ms) {
      const end = now + ms
      runDue(end)
      reach(end)
    },
    timer: {
      after(ms, run) {
        if (ms <= REALLY_WAITED_MS) return realTimer.after(ms * patience, run)
        const timer = { at: now + ms, run }
        waiting.add(timer)
        return () => void waiting.delete(timer)
      },
    },
  }
}
