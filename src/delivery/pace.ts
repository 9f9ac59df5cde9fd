/** Paces what leaves to the platform's limits (protocol 4.2): so many a second and a minute for the app, so many a second for one person. */
export interface Limits {
  readonly perSecond: number
  readonly perMinute: number
  readonly perPersonPerSecond: number
}

/** Nine tenths of Feishu's 50/s, 1000/min and 5/s: the network squeezes together what left apart. */
export const FEISHU_LIMITS: Limits = { perSecond: 45, perMinute: 900, perPersonPerSecond: 4 }

export const NO_LIMITS: Limits = { perSecond: Infinity, perMinute: Infinity, perPersonPerSecond: Infinity }

/** The last `size` moments of a window: the earliest moment at which one more fits. */
class Window {
  readonly #size: number
  readonly #spanMs: number
  #times: number[] = []

  constructor(size: number, spanMs: number) {
    this.#size = size
    this.#spanMs = spanMs
  }

  nextAfter(now: number): number {
    const oldest = this.#times.length < this.#size ? undefined : this.#times[this.#times.length - this.#size]
    return oldest === undefined ? now : Math.max(now, oldest + this.#spanMs)
  }

  take(at: number): void {
    if (this.#size === Infinity) return
    this.#times.push(at)
    if (this.#times.length > this.#size * 2) this.#times = this.#times.slice(-this.#size)
  }

  get last(): number {
    return this.#times.at(-1) ?? 0
  }
}

export interface Pace {
  /**
   * May a message to the person leave at this moment? 0: yes, and it is counted. Else the ms after which to ask again:
   * nothing is reserved, so that a program that was held up does not let two moments leave as one.
   */
  ask(person: string, now: number): number
  /** The platform asked for silence until then, ms of the same clock. */
  holdUntil(moment: number): void
}

/** Messages leave evenly over the second, so many a minute in all, and so many a second to one person. */
export function createPace(limits: Limits): Pace {
  const gap = new Window(1, Math.ceil(1000 / limits.perSecond))
  const minute = new Window(limits.perMinute, 60_000)
  const people = new Map<string, Window>()
  let silentUntil = 0

  const forget = (now: number): void => {
    if (people.size < 5000) return
    for (const [person, window] of people) if (window.last < now - 1000) people.delete(person)
  }

  return {
    ask(person, now) {
      forget(now)
      const own = people.get(person) ?? new Window(limits.perPersonPerSecond, 1000)
      const start = Math.max(now, silentUntil)
      const at = Math.max(own.nextAfter(start), gap.nextAfter(start), minute.nextAfter(start))
      if (at > now) return at - now
      people.set(person, own)
      for (const window of [own, gap, minute]) window.take(now)
      return 0
    },
    holdUntil(moment) {
      silentUntil = Math.max(silentUntil, moment)
    },
  }
}
