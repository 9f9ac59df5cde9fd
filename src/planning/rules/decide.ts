/** Review by the leader in charge and ratification by the leading group (Article 16). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import { type Actor, holds, isLeaderOf } from '../../organization/rules/actor.ts'
import { criterionOf } from './criterion.ts'
import { closedPlan } from './draft.ts'
import type { Place } from './drafters.ts'
import type { WorkItem } from './entry.ts'
import type { Act } from './goal.ts'
import type { PlanEvent, PlanState } from './plan.ts'
import type { PlanningRefusal } from './refusals.ts'
import { type Ballot, sortBallot } from './verdicts.ts'

export interface Deciding {
  readonly place: Place
  readonly by: Actor
  readonly act: Act
  readonly workItems: readonly WorkItem[]
}

/** The leader in charge passes or returns goals that were sent; what has passed stays passed. */
export function reviewPlan(
  state: PlanState,
  ballot: Ballot,
  d: Deciding,
): Decision<PlanEvent, PlanningRefusal> {
  if (!isLeaderOf(d.by, d.place.unit)) return refused({ code: 'other-leader' })
  const closed = closedPlan(state, d.place)
  if (closed) return refused(closed)
  const sorted = sortBallot(state, ballot, 'sent', d.workItems)
  if ('refusal' in sorted) return refused(sorted.refusal)
  const { passed, returned } = sorted
  return decided<PlanEvent>({
    type: 'plan.reviewed',
    passed: passed.map((goal) => goal.id),
    returned,
    act: d.act,
  })
}

/**
 * Policy mode `chair`: the chair ratifies goals or returns them to their drafters. With its ratification a routine
 * goal's standard becomes its criterion for good (Article 11).
 */
export function ratifyPlan(
  state: PlanState,
  ballot: Ballot,
  d: Deciding,
): Decision<PlanEvent, PlanningRefusal> {
  if (!holds(d.by, 'chair')) return refused({ code: 'chair-decides' })
  const closed = closedPlan(state, d.place)
  if (closed) return refused(closed)
  const sorted = sortBallot(state, ballot, 'passed', d.workItems)
  if ('refusal' in sorted) return refused(sorted.refusal)
  if (state.status !== 'in-ratification') return refused({ code: 'early-ratification' })
  const { passed, returned } = sorted
  return decided<PlanEvent>({
    type: 'plan.ratified',
    ratified: passed.map((goal) => ({ goal: goal.id, criterion: criterionOf(goal.content, d.workItems) })),
    returned,
    act: d.act,
  })
}
