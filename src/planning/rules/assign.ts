/**
 * Special goals that the school assigns to a unit (Article 14, rulebook 3). The unit sends them with its part, but can
 * neither change nor delete them; they take none of the places of its own proposals (Article 10).
 */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import { assignerOf } from './assigners.ts'
import { closedPlan, type Drafting, goalIdOf } from './draft.ts'
import { type GoalEntry, readGoal } from './entry.ts'
import { missingFaults } from './missing.ts'
import type { PlanEvent, PlanState } from './plan.ts'
import type { PlanningRefusal } from './refusals.ts'

/** Assigned whole, because the unit can't complete it. */
export function assignGoal(
  state: PlanState,
  entry: GoalEntry,
  d: Drafting,
): Decision<PlanEvent, PlanningRefusal> {
  const closed = closedPlan(state, d.place)
  if (closed) return refused(closed)
  const as = assignerOf(d.by, d.place)
  if (!as) return refused({ code: 'other-assigner' })
  const read = readGoal({ ...entry, type: 'special', justification: '' }, d.catalogue)
  const faults = 'faults' in read ? read.faults : missingFaults(read.content)
  if ('faults' in read || faults.length > 0) return refused({ code: 'faulty-goal', faults })
  const number = state.lastNumber + 1
  const goal = goalIdOf(d.place.year, d.place.unit, number)
  return decided<PlanEvent>({ type: 'goal.assigned', goal, number, content: read.content, as, act: d.act })
}
