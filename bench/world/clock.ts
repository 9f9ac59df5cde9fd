/** Clocks for deliveries: the real one, and one that jumps to the next moment for which somebody waits. */

export interface BenchClock {
  /** Milliseconds. */
  now(): number
  wait(ms: number): Promise<void>
  /** Lets time pass until the work is done. */
  during(work: Promise<void>): Promise<void>
}

export const realClock: BenchClock = {
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  during: (work) => work,
}

/** Turns of the event loop in which calls in memory and commits come to rest before the time jumps. */
const SETTLING_TURNS = 20

export function virtualClock(startMs: number): BenchClock {
  let now = startMs
  let done = false
  const waiting: { readonly at: number; readonly wake: () => void }[] = []

  const jump = (): void => {
    const at = Math.min(...waiting.map((one) => one.at))
    if (at === Number.POSITIVE_INFINITY) return
    now = Math.max(now, at)
    for (const one of waiting.splice(0)) {
      if (one.at <= now) one.wake()
      else waiting.push(one)
    }
  }
  return {
    now: () => now,
    wait: (ms) => new Promise((wake) => void waiting.push({ at: now + ms, wake })),
    async during(work) {
      const end = work.finally(() => {
        done = true
      })
      while (!done) {
        for (let turn = 0; turn < SETTLING_TURNS; turn++) await new Promise(setImmediate)
        jump()
      }
      await end
    },
  }
}
