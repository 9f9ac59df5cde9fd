/** How goals went on from month to month, each month as it stood at its end. */
import { type LocalDate, plusDays } from '../../../kernel/time.ts'
import { type Pace, type PacedGoal, paceFrom, usedUp } from './pace.ts'

const MOST_MONTHS = 12

export interface TrendPoint extends Pace {
  /** The last day of the month; of the last month the day of which it is asked. */
  readonly on: LocalDate
}

/** The last days of the months from one day to another, the other in the place of its own month's; the last twelve. */
export function monthEnds(from: LocalDate, to: LocalDate): LocalDate[] {
  const ends: LocalDate[] = []
  for (let first = firstOfMonth(from); first <= to; first = firstOfMonth(plusDays(first, 31))) {
    const end = plusDays(firstOfMonth(plusDays(first, 31)), -1)
    ends.push(end < to ? end : to)
  }
  return ends.slice(-MOST_MONTHS)
}

const firstOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 8)}01` as LocalDate

/** `reached`: the sum of what was reached on each of the days. Days on which no goal's time had begun are left out. */
export function trendOf(
  goals: readonly Omit<PacedGoal, 'reached'>[],
  ends: readonly LocalDate[],
  reached: ReadonlyMap<LocalDate, number>,
): TrendPoint[] {
  const spans = spansOf(goals)
  return ends.flatMap((on) => {
    const begun = spans.filter(({ startsOn }) => startsOn <= on)
    const sums = { goals: 0, asked: 0, reached: reached.get(on) ?? 0 }
    for (const { startsOn, dueOn, count } of begun) {
      sums.goals += count
      sums.asked += count * usedUp(startsOn, dueOn, on)
    }
    const pace = paceFrom(sums)
    return pace ? [{ on, ...pace }] : []
  })
}

interface Span {
  readonly startsOn: LocalDate
  readonly dueOn: LocalDate
  readonly count: number
}

/** Thousands of goals have few different spans of time, and days are slow to count. */
function spansOf(goals: readonly Omit<PacedGoal, 'reached'>[]): Span[] {
  const spans = new Map<string, Span>()
  for (const { startsOn, dueOn } of goals) {
    if (startsOn === null) continue
    const key = `${startsOn} ${dueOn}`
    spans.set(key, { startsOn, dueOn, count: (spans.get(key)?.count ?? 0) + 1 })
  }
  return [...spans.values()]
}
