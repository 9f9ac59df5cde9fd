/** Working days as reminders count them. */
import { daysBetween, type LocalDate, plusDays } from '../../kernel/time.ts'
import { isWorkingDay, plusWorkingDays } from '../../kernel/working-days.ts'
import type { DigestDay } from './rules/digest-day.ts'
import type { Workdays } from './rules/escalation.ts'

/** Thousands of matters ask for the same few days: each is counted once. */
export function rememberedWorkdays(): Workdays {
  const known = new Map<string, LocalDate>()
  return {
    plus(day, count) {
      const key = `${day}+${count}`
      const found = known.get(key) ?? plusWorkingDays(day, count)
      known.set(key, found)
      return found
    },
  }
}

const LONG_BEFORE: LocalDate = '2000-01-01'

/** The digest of a day. `last`: the day of the one before; null where there was none. */
export function digestDay(last: LocalDate | null, today: LocalDate): DigestDay {
  const until = plusWorkingDays(today, 1)
  if (last === null) return { last: LONG_BEFORE, today, from: today, until }
  const next = plusWorkingDays(last, 1)
  return { last, today, from: next > today ? today : next, until }
}

/** The working days between two days, without both. */
export function workingDaysIn(from: LocalDate, to: LocalDate): LocalDate[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to) - 1) }, (_, n) => plusDays(from, n + 1))
  return days.filter(isWorkingDay)
}
