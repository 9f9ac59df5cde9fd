/** Whether the clock has to make a backup now. */
import { type Instant, localDateOf, localHourOf, millisecondsOf } from '../../kernel/time.ts'

export interface LastBackup {
  readonly startedAt: Instant
  readonly goodAt: Instant | null
  readonly fault: string | null
}

/** A backup that failed is tried again within the day, but not every minute. */
const AGAIN_MS = 3_600_000

/** Once a day from the hour on, by the day in Shanghai; what a stopped machine missed is made up as soon as it runs. */
export function backupIsDue(last: LastBackup | undefined, now: Instant, atHour: number): boolean {
  if (localHourOf(now) < atHour) return false
  if (!last) return true
  if (last.fault !== null && millisecondsOf(now) - millisecondsOf(last.startedAt) < AGAIN_MS) return false
  return last.goodAt === null || localDateOf(last.goodAt) < localDateOf(now)
}
