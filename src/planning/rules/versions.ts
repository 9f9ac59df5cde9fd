/** What an adjustment makes of a goal in force; every version of it is kept (Article 17). */
import type { Goal, GoalVersion } from './goal.ts'
import type { AdjustmentOfPlan } from './plan.ts'

type Of<Type extends AdjustmentOfPlan['type']> = Extract<AdjustmentOfPlan, { type: Type }>

/** All versions of a goal that is or was in force, the first one first. */
export function versionsOf(goal: Goal): readonly GoalVersion[] {
  if (goal.versions) return goal.versions
  if (goal.status !== 'in-force') return []
  return [{ content: goal.content, criterion: goal.criterion, adjusted: null }]
}

export function addedGoal(event: Of<'goal.added'>): Goal {
  const { goal: id, number, drafter, content, criterion, adjusted, assigned, passed, act } = event
  return {
    ...{ id, number, drafter, content, criterion, passed },
    ...(assigned && { assigned }),
    revision: 1,
    returns: [],
    status: 'in-force',
    ratified: act,
    versions: [{ content, criterion, adjusted }],
  }
}

export function adjustedGoal(goal: Goal, event: Of<'goal.adjusted'>): Goal {
  if (goal.status !== 'in-force') return goal
  const { content, criterion, adjusted } = event
  const versions = [...versionsOf(goal), { content, criterion, adjusted }]
  return { ...goal, content, criterion, revision: goal.revision + 1, versions }
}

export function cancelledGoal(goal: Goal, { adjusted }: Of<'goal.cancelled'>): Goal {
  if (goal.status !== 'in-force') return goal
  const { revision, ...kept } = goal
  return {
    ...kept,
    revision: revision + 1,
    status: 'cancelled',
    versions: versionsOf(goal),
    cancelled: adjusted,
  }
}
