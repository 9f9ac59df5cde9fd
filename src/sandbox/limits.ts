/** Feishu's call limits: per API of the app, per chat, per message (protocol.md 4.2, 4.3). */

export interface RateLimits {
  readonly perApiPerSecond: number
  readonly perApiPerMinute: number
  readonly perChatPerSecond: number
  readonly perMessagePerSecond: number
}

/** As Feishu publishes them: 1000/min and 50/s per API, 5/s per chat, 5/s of updates per message. */
const PUBLISHED_LIMITS: RateLimits = {
  perApiPerSecond: 50,
  perApiPerMinute: 1000,
  perChatPerSecond: 5,
  perMessagePerSecond: 5,
}

export interface Limiter {
  /** Milliseconds to wait before this API may be called again; 0 when the call is allowed, which counts it. */
  callApi(api: string): number
  sendTo(chatId: string): number
  update(messageId: string): number
}

interface Window {
  readonly length: number
  readonly limit: number
}

/** Counts accepted calls in sliding windows of the clock `now` (ms). `none` allows everything. */
export function createLimiter(limits: Partial<RateLimits> | 'none' | undefined, now: () => number): Limiter {
  if (limits === 'none') return { callApi: () => 0, sendTo: () => 0, update: () => 0 }
  const set = { ...PUBLISHED_LIMITS, ...limits }
  return {
    callApi: slidingWindows(now, [
      { length: 1000, limit: set.perApiPerSecond },
      { length: 60_000, limit: set.perApiPerMinute },
    ]),
    sendTo: slidingWindows(now, [{ length: 1000, limit: set.perChatPerSecond }]),
    update: slidingWindows(now, [{ length: 1000, limit: set.perMessagePerSecond }]),
  }
}

function slidingWindows(now: () => number, windows: readonly Window[]): (key: string) => number {
  const calls = new Map<string, number[]>()
  const longest = Math.max(...windows.map((window) => window.length))
  return (key) => {
    const at = now()
    const past = (calls.get(key) ?? []).filter((call) => call > at - longest)
    const wait = Math.max(...windows.map((window) => waitFor(window, past, at)))
    if (wait === 0) past.push(at)
    calls.delete(key)
    calls.set(key, past)
    forgetIdle(calls, at - longest)
    return wait
  }
}

/** The oldest of the last `limit` calls must have left the window. */
function waitFor(window: Window, past: readonly number[], at: number): number {
  const blocking = past[past.length - window.limit]
  return blocking === undefined ? 0 : Math.max(0, blocking + window.length - at)
}

function forgetIdle(calls: Map<string, number[]>, since: number): void {
  for (const [key, past] of calls) {
    if ((past.at(-1) ?? 0) > since) return
    calls.delete(key)
  }
}
