import { type Instant, type LocalDate, localDateOf } from '../../../kernel/time.ts'

const DAY_MS = 24 * 3600 * 1000

/** Days of the calendar since then: 0 on the same day; null where it is not known since when. */
export function daysSince(since: Instant | null, today: LocalDate): number | null {
  if (since === null) return null
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(localDateOf(since))) / DAY_MS))
}
