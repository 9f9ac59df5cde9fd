import type { PlatformFault } from '../chat/port.ts'

/** What becomes of a row whose delivery failed. Delays in milliseconds. */
export type Retry =
  | { readonly next: 'again'; readonly delayMs: number; readonly countsAsTry: boolean }
  | { readonly next: 'park' }
  | { readonly next: 'renew' }

const FIRST_DELAY_MS = 2000
const LONGEST_DELAY_MS = 15 * 60_000
/** With the delays above a little over four hours: longer than an hour without the platform, and told to the office the same day. */
export const MAX_TRIES = 24

/**
 * Sorted by the kind of fault (protocol 4.2, 4.3): what may pass is tried again, twice as late each time, with jitter so
 * that a thousand rows do not come back at once; what will not pass is parked for a person to see.
 * @param attempts tries so far, this one included  @param random in [0, 1)
 */
export function retryAfter(fault: PlatformFault, attempts: number, random: number): Retry {
  switch (fault.kind) {
    case 'rate-limited':
      return { next: 'again', delayMs: Math.round(fault.retryAfterMs * (1 + random)), countsAsTry: false }
    case 'unreachable':
    case 'credentials':
      if (attempts >= MAX_TRIES) return { next: 'park' }
      return { next: 'again', delayMs: backoff(attempts, random), countsAsTry: true }
    case 'too-old':
      return { next: 'renew' }
    case 'recipient-gone':
    case 'refused':
      return { next: 'park' }
  }
}

function backoff(attempts: number, random: number): number {
  const full = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS)
  return Math.round(full * (0.5 + random / 2))
}
