import type { GoalInForce } from '../../planning/rules/goal.ts'

/** A goal in force, as its assessors score it: kept in the deliberation, so that a score stands on that version. */
export type AssessedGoal = GoalInForce

/** What a deduction on the goal rests on where nothing else is named (Article 23). */
export function basisOf(goal: AssessedGoal): string {
  return goal.criterion || goal.measure
}
