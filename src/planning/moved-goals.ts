/** Planning's part of a reform of the units (rulebook 1): the plans whose goals it moves, and what that makes of them. */
import type { UnitId, Year } from '../kernel/ids.ts'
import type { SubjectChange } from '../kernel/subject.ts'
import { headIn, type PlanHeads } from './plan-heads.ts'
import type { PlanEvent } from './rules/plan.ts'
import { planId, planSubject } from './subject.ts'

export { findPlanHeads, type PlanHeads } from './plan-heads.ts'

/** @throws for a plan that was not loaded */
export function planChanges(
  year: Year,
  heads: PlanHeads,
  events: ReadonlyMap<UnitId, readonly PlanEvent[]>,
): SubjectChange[] {
  return [...events].map(([unit, own]) => planSubject.change(planId(year, unit), headIn(heads, unit), own))
}
