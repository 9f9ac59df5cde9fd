import type { GoalId, SubjectId, UnitId, Year } from '../kernel/ids.ts'
import { subjectOf } from '../kernel/subject.ts'
import { rowsOfPlan } from './rows.ts'
import { evolvePlan } from './rules/evolve-plan.ts'
import { NEW_PLAN, type PlanEvent, type PlanState } from './rules/plan.ts'

export const planSubject = subjectOf<PlanState, PlanEvent>({
  kind: 'plan',
  initial: NEW_PLAN,
  evolve: evolvePlan,
  rows: rowsOfPlan,
})

export const planId = (year: Year, unit: UnitId): SubjectId => `plan:${year}:${unit}`

/** The plan of a goal, which its id names. */
export function planOfGoal(goal: GoalId): SubjectId {
  const [year = '', ...rest] = goal.split('-')
  return planId(Number(year), rest.slice(0, -1).join('-'))
}
