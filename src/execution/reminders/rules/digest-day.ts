/** Which matter is told on which day (rulebook 4). Nothing is told between two digests, so each answers for the days around it. */
import { daysBetween, type LocalDate, plusDays } from '../../../kernel/time.ts'
import type { ExecutionPolicy } from '../../../policy/rules/execution-policy.ts'
import { isOverdue, isStanding, type Matter } from './matter.ts'

export interface DigestDay {
  /** The day of the digest before; one long ago where there was none. */
  readonly last: LocalDate
  readonly today: LocalDate
  /** The days before a due date for which this digest answers: from this one, up to and without the next working day. */
  readonly from: LocalDate
  readonly until: LocalDate
}

export type ReminderPolicy = Pick<
  ExecutionPolicy,
  'remindDaysBefore' | 'remindAgainDays' | 'snoozeDays' | 'escalateAfter'
>

/**
 * A due date is told of so many days before it, or on the last working day before that, where it is none; overdue it is a
 * line of every digest. What has no day of its own is told when it begins and again after so many days.
 */
export function isToldOn(
  matter: Pick<Matter, 'kind' | 'dueOn'>,
  day: DigestDay,
  policy: Pick<ReminderPolicy, 'remindDaysBefore' | 'remindAgainDays'>,
): boolean {
  if (isStanding(matter)) return isToldAgain(matter.dueOn, day, policy.remindAgainDays)
  if (isOverdue(matter, day.today)) return true
  return policy.remindDaysBefore.some((days) => {
    const on = plusDays(matter.dueOn, -days)
    return day.from <= on && on < day.until
  })
}

/** Whether another round of days has begun since the last digest. */
function isToldAgain(dueOn: LocalDate, { last, today }: DigestDay, every: number): boolean {
  const round = (day: LocalDate): number => Math.floor((daysBetween(dueOn, day) - 1) / every)
  return dueOn < today && round(today) > Math.max(-1, round(last))
}

/** Whether a matter will be looked for at all: overdue, or due within the days of the first reminder. */
export function isNear(
  { dueOn }: Pick<Matter, 'dueOn'>,
  today: LocalDate,
  { remindDaysBefore }: Pick<ReminderPolicy, 'remindDaysBefore'>,
): boolean {
  return daysBetween(today, dueOn) <= Math.max(0, ...remindDaysBefore)
}
