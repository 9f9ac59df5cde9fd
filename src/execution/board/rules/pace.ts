/** How far goals are on the average, and how far the time used up would have them. */
import { daysBetween, type LocalDate } from '../../../kernel/time.ts'

export interface PacedGoal {
  /** Null before its time began to count. */
  readonly startsOn: LocalDate | null
  readonly dueOn: LocalDate
  /** 0-100; null where nothing was reported. */
  readonly reached: number | null
}

export interface Pace {
  /** How many goals were in their time. */
  readonly goals: number
  /** Means of 0-100, rounded half up. */
  readonly reached: number
  readonly asked: number
}

/** Of the goals whose time had begun on that day; a goal without a report is at 0. Undefined where there are none. */
export function paceOf(goals: readonly PacedGoal[], on: LocalDate): Pace | undefined {
  const sums = { goals: 0, reached: 0, asked: 0 }
  for (const { startsOn, dueOn, reached } of goals) {
    if (startsOn === null || startsOn > on) continue
    sums.goals += 1
    sums.reached += reached ?? 0
    sums.asked += usedUp(startsOn, dueOn, on)
  }
  return paceFrom(sums)
}

/** Means from sums; undefined where there are no goals. */
export function paceFrom({ goals, reached, asked }: Pace): Pace | undefined {
  if (goals === 0) return undefined
  return { goals, reached: Math.round(reached / goals), asked: Math.round(asked / goals) }
}

/** The share of a goal's time that is used up, 0-100. */
export function usedUp(startsOn: LocalDate, dueOn: LocalDate, on: LocalDate): number {
  if (on >= dueOn) return 100
  const span = daysBetween(startsOn, dueOn)
  return span <= 0 ? 100 : Math.max(0, daysBetween(startsOn, on) * 100) / span
}
