/** Taking back a part that was sent, until the first decision on any of its goals (rulebook 3). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import type { Drafter } from '../../store/schema/planning.ts'
import { closedPlan } from './draft.ts'
import { maySend, type Place } from './drafters.ts'
import { type Act, type Goal, lastDecision } from './goal.ts'
import type { PlanEvent, PlanState, SentPart } from './plan.ts'
import type { PlanningRefusal } from './refusals.ts'

export interface Withdrawing {
  readonly place: Place
  readonly by: Actor
  readonly act: Act
}

/** `sentAt`: the sending that the person saw; a later one is not taken back by an old card. */
export function withdrawPart(
  state: PlanState,
  command: { readonly drafter: Drafter; readonly sentAt: string },
  w: Withdrawing,
): Decision<PlanEvent, PlanningRefusal> {
  const { drafter, sentAt } = command
  const closed = closedPlan(state, w.place)
  if (closed) return refused(closed)
  if (!maySend(w.by, w.place, drafter)) return refused({ code: 'other-withdrawer', drafter })
  const part = state.sent.find((one) => one.drafter === drafter)
  if (!part) return refused({ code: 'unsent-part', drafter })
  if (part.act.at !== sentAt) return refused({ code: 'stale-plan' })
  const goal = decidedGoal(state, part)
  const decision = goal && lastDecision(goal)
  if (goal && decision) {
    const { outcome, name: by, at } = decision
    return refused({ code: 'already-decided', number: goal.number, outcome, by, at })
  }
  return decided<PlanEvent>({ type: 'part.withdrawn', drafter, goals: part.goals, act: w.act })
}

/** Whether nobody has decided on any of the part's goals. */
export const isUndecided = (state: PlanState, part: SentPart): boolean =>
  decidedGoal(state, part) === undefined

/**
 * The first of the part's goals that was decided. The leader in charge's own draft is passed by its sending, so that
 * only its ratification counts; a part without goals stands as soon as any goal of the plan is ratified.
 */
function decidedGoal(state: PlanState, part: SentPart): Goal | undefined {
  if (part.goals.length === 0) return state.goals.find(isRatified)
  return state.goals.find(
    (goal) =>
      part.goals.includes(goal.id) &&
      (isRatified(goal) || (goal.status === 'passed' && part.drafter !== 'leader')),
  )
}

const isRatified = (goal: Goal): boolean => goal.status === 'ratified' || goal.status === 'in-force'
