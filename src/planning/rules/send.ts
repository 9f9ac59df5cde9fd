/** Sending a part of the plan off to its review (rulebook 3, Article 16). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import type { Drafter } from '../../store/schema/planning.ts'
import { closedPlan, countWithinLimit } from './draft.ts'
import { maySend, type Place, partsOf, typesOf } from './drafters.ts'
import { type Act, type Goal, isOpen } from './goal.ts'
import { missingFields } from './missing.ts'
import type { PlanEvent, PlanState } from './plan.ts'
import type { Missing, PlanningRefusal } from './refusals.ts'
import { isAsSeen, type Seen } from './verdicts.ts'

export interface Sending {
  readonly place: Place
  readonly by: Actor
  readonly act: Act
  /** Article 10. */
  readonly specialLimit: number
}

/** `seen`: the goals that the sender saw as open, with their revisions. */
export function sendPart(
  state: PlanState,
  command: { readonly drafter: Drafter; readonly seen: Seen },
  s: Sending,
): Decision<PlanEvent, PlanningRefusal> {
  const { drafter, seen } = command
  const refusal = closedPlan(state, s.place) ?? barredSender(state, drafter, s)
  if (refusal) return refused(refusal)
  const open = openGoalsOf(state, drafter)
  if (!isAsSeen(open, seen)) return refused({ code: 'stale-plan' })
  const missing = missingOf(state, drafter, s)
  if (missing.length > 0) return refused({ code: 'incomplete-part', missing })
  return decided<PlanEvent>({
    type: 'part.sent',
    drafter,
    parts: partsOf(s.place.kind),
    goals: open.map((goal) => goal.id),
    review: drafter === 'leader' ? 'own-draft' : 'asked',
    act: s.act,
  })
}

export function openGoalsOf(state: PlanState, drafter: Drafter): Goal[] {
  return state.goals.filter((goal) => goal.drafter === drafter && isOpen(goal))
}

/** Everything that the part lacks, not the first fault only. */
export function missingOf(
  state: PlanState,
  drafter: Drafter,
  s: { readonly place: Pick<Place, 'kind'>; readonly specialLimit: number },
): Missing[] {
  const ofPart = state.goals.filter((goal) => goal.drafter === drafter)
  const none: Missing[] =
    ofPart.length === 0 && !mayBeEmpty(s.place.kind, drafter) ? [{ number: null, field: 'goals' }] : []
  const fields = openGoalsOf(state, drafter).flatMap((goal) =>
    missingFields(goal.content).map((field): Missing => ({ number: goal.number, field })),
  )
  return [...none, ...fields, ...unjustified(state, drafter, s.specialLimit)]
}

/** Special goals are a unit's free proposal (Article 14), so a part of nothing else may be empty. */
export function mayBeEmpty(kind: Place['kind'], drafter: Drafter): boolean {
  return typesOf(kind, drafter).every((type) => type === 'special')
}

/** Article 10, should the policy's limit have been lowered since the drafting. */
function unjustified(state: PlanState, drafter: Drafter, limit: number): Missing[] {
  const excess = countWithinLimit(state.goals) - limit
  if (excess <= 0) return []
  return openGoalsOf(state, drafter)
    .filter((goal) => goal.content.type === 'special' && !goal.assigned && goal.content.justification === '')
    .slice(-excess)
    .map((goal) => ({ number: goal.number, field: 'justification' }))
}

function barredSender(state: PlanState, drafter: Drafter, s: Sending): PlanningRefusal | undefined {
  const isPart = partsOf(s.place.kind).includes(drafter)
  if (!isPart || !maySend(s.by, s.place, drafter)) return { code: 'other-sender', drafter }
  if (s.place.leader === null) return { code: 'missing-leader' }
  const part = state.sent.find((one) => one.drafter === drafter)
  return part && { code: 'sent-part', drafter, by: part.act.name, at: part.act.at }
}
