/** Review by the leader in charge and ratification by the leading group (Article 16). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { type Actor, isLeaderOf, standsInOnOwnUnit } from '../../organization/rules/actor.ts'
import type { Quorum, Ratification } from '../../policy/rules/policy.ts'
import { criterionOf, standardsMark } from './criterion.ts'
import { closedPlan } from './draft.ts'
import { isRecused, type Place, ratifies } from './drafters.ts'
import type { WorkItem } from './entry.ts'
import { evolvePlan } from './evolve-plan.ts'
import type { Act, Goal } from './goal.ts'
import type { PlanEvent, PlanState, Returned } from './plan.ts'
import { answersOn, neededOf, outcomeOf } from './quorum.ts'
import type { PlanningRefusal } from './refusals.ts'
import { type Ballot, type Sorted, sortBallot } from './verdicts.ts'

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
  if (standsInOnOwnUnit(d.by, d.place.unit)) return refused({ code: 'own-unit-plan' })
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

export interface Ratifying extends Deciding {
  readonly ratification: Ratification
  /** Whether the chair has confirmed the year's policy as it is. */
  readonly confirmed: boolean
  /** Those of the leading group of the day who are not of the unit, the chair among them. */
  readonly members: readonly PersonId[]
}

/**
 * By the policy's mode the chair ratifies goals or returns them to their drafters, or the members answer until a quorum
 * agrees. With its ratification a routine goal's standard becomes its criterion for good (Article 11).
 */
export function ratifyPlan(
  state: PlanState,
  ballot: Ballot,
  d: Ratifying,
): Decision<PlanEvent, PlanningRefusal> {
  const refusal = barredRatifier(d) ?? closedPlan(state, d.place)
  if (refusal) return refused(refusal)
  const sorted = sortBallot(state, ballot, 'passed', d.workItems)
  if ('refusal' in sorted) return refused(sorted.refusal)
  if (state.status !== 'in-ratification') return refused({ code: 'early-ratification' })
  if (d.ratification === 'chair') return decided(ratified(sorted.passed, sorted.returned, d))
  return decided(...answer(state, sorted, ballot.abstain, d.ratification, d))
}

/** Why the person may not ratify: by the policy's mode the chair does, or every member but those of the unit. */
export function barredRatifier({
  by,
  ratification,
  confirmed,
  place,
}: Pick<Ratifying, 'by' | 'ratification' | 'confirmed' | 'place'>): PlanningRefusal | undefined {
  if (!ratifies(by, { ratification })) {
    return { code: ratification === 'chair' ? 'chair-decides' : 'members-decide' }
  }
  if (isRecused(by, place.unit, { ratification })) return { code: 'own-unit-plan' }
  if (ratification === 'chair') return undefined
  return confirmed ? undefined : { code: 'unconfirmed-quorum' }
}

/** A member's answers, and what they decide: a return at once, an agreement when it is the last one needed. */
function answer(
  state: PlanState,
  { passed, returned }: Sorted,
  abstain: boolean,
  quorum: Quorum,
  d: Ratifying,
): PlanEvent[] {
  const voted: PlanEvent = {
    type: 'plan.voted',
    agreed: abstain
      ? []
      : passed.map((goal) => ({ goal: goal.id, standard: standardsMark([goal], d.workItems) })),
    abstained: abstain ? passed.map((goal) => goal.id) : [],
    act: d.act,
  }
  const { goals, votes } = passed.length > 0 ? evolvePlan(state, voted) : state
  const back = returned.map((one) => one.goal)
  const agreed = goals.filter(
    (goal) =>
      goal.status === 'passed' &&
      !back.includes(goal.id) &&
      outcomeOf(answersOn(goal, votes, d.workItems), d.members, quorum) === 'ratified',
  )
  const counts = { needed: neededOf(quorum, d.members.length), members: d.members.length }
  return [
    ...(passed.length > 0 ? [voted] : []),
    ...(agreed.length + back.length > 0 ? [{ ...ratified(agreed, returned, d), quorum: counts }] : []),
  ]
}

function ratified(goals: readonly Goal[], returned: readonly Returned[], { workItems, act }: Deciding) {
  return {
    type: 'plan.ratified',
    ratified: goals.map((goal) => ({ goal: goal.id, criterion: criterionOf(goal.content, workItems) })),
    returned,
    act,
  } as const satisfies PlanEvent
}
