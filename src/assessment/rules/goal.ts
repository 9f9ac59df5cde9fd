import type { GoalId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { GoalType } from '../../store/schema/planning.ts'

/** A goal in force, as the assessors score it: kept in the deliberation, so that a score stands on that version. */
export interface AssessedGoal {
  readonly id: GoalId
  /** The number that people use, unique within the unit's plan. */
  readonly number: number
  readonly type: GoalType
  readonly title: string
  readonly content: string
  readonly measure: string
  readonly criterion: string
  readonly dueOn: LocalDate | null
  /** Within its type, hundredths. */
  readonly weight: number
}

/** What a deduction on the goal rests on where nothing else is named (Article 23). */
export function basisOf(goal: AssessedGoal): string {
  return goal.criterion || goal.measure
}
