import type { SubjectId, UnitId, Year } from '../kernel/ids.ts'
import { subjectOf } from '../kernel/subject.ts'
import { rowsOfPlan } from './rows.ts'
import { evolvePlan, NEW_PLAN, type PlanEvent, type PlanState } from './rules/plan.ts'

export const planSubject = subjectOf<PlanState, PlanEvent>({
  kind: 'plan',
  initial: NEW_PLAN,
  evolve: evolvePlan,
  rows: rowsOfPlan,
})

export const planId = (year: Year, unit: UnitId): SubjectId => `plan:${year}:${unit}`
