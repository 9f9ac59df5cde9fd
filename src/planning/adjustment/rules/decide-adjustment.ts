/** Review by the leader in charge and ratification by the leading group, as with goals (Articles 16, 17). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { type Actor, isLeaderOf } from '../../../organization/rules/actor.ts'
import type { Policy, Quorum, Ratification } from '../../../policy/rules/policy.ts'
import { standardsMark } from '../../rules/criterion.ts'
import { barredRatifier } from '../../rules/decide.ts'
import { reviews } from '../../rules/drafters.ts'
import type { Stage } from '../../rules/goal.ts'
import type { AdjustmentOfPlan } from '../../rules/plan.ts'
import { answersOn, neededOf, outcomeOf } from '../../rules/quorum.ts'
import { COMMENT_LENGTH } from '../../rules/verdicts.ts'
import {
  type AdjustmentEvent,
  type AdjustmentState,
  type Asked,
  type Counts,
  votedGoal,
} from './adjustment.ts'
import { movedOn } from './ask.ts'
import { sharesChanged } from './effect.ts'
import { evolveAdjustment } from './evolve-adjustment.ts'
import { type Changing, changeOfPlan } from './plan-change.ts'
import type { AdjustmentRefusal } from './refusals.ts'
import { unfit } from './request.ts'
import { closedAdjusting } from './span.ts'

export interface Verdict {
  readonly verdict: 'pass' | 'return' | 'abstain'
  readonly comment: string
  /** The revision that the person saw. */
  readonly revision: number
  /** The mark of the standard that the person saw (Article 11); '' of other goals. */
  readonly standard: string
}

export interface Deciding extends Changing {
  readonly by: Actor
  readonly today: LocalDate
  readonly begun: boolean
}

export interface Ratifying extends Deciding {
  readonly ratification: Ratification
  /** Article 8, in percent. */
  readonly ratios: Policy['ratios']
  readonly confirmed: boolean
  /** The leading group of the day, the chair among them. */
  readonly members: readonly PersonId[]
}

type Waiting = Extract<AdjustmentState, { status: 'reviewed' }>

/** The leader in charge passes it on or returns it with a word. */
export function reviewAdjustment(
  state: AdjustmentState,
  verdict: Verdict,
  d: Deciding,
): Decision<AdjustmentEvent, AdjustmentRefusal> {
  if (!isLeaderOf(d.by, d.place.unit)) return refused({ code: 'other-leader' })
  if (!reviews(d.by, d.place)) return refused({ code: 'own-unit-plan' })
  const refusal = undecidable(state, 'asked', verdict, d)
  if (refusal) return refused(refusal)
  if (verdict.verdict === 'abstain') return refused({ code: 'stale-adjustment' })
  return decided<AdjustmentEvent>(
    verdict.verdict === 'return' ? returned('review', verdict, d) : { type: 'adjustment.passed', act: d.act },
  )
}

/** What the decision writes: on the adjustment, and on the plan where it is ratified. */
export interface Ratified {
  readonly events: readonly AdjustmentEvent[]
  readonly ofPlan: readonly AdjustmentOfPlan[]
}

/** By the policy's mode the chair decides, or the members answer until a quorum agrees; by the truth table of `rules/quorum.ts`. */
export function ratifyAdjustment(
  state: AdjustmentState,
  verdict: Verdict,
  d: Ratifying,
): Ratified | { readonly refusal: AdjustmentRefusal } {
  const refusal = barredRatifier(d) ?? undecidable(state, 'reviewed', verdict, d)
  if (refusal) return refused(refusal)
  if (state.status !== 'reviewed') return refused({ code: 'stale-adjustment' })
  if (verdict.verdict === 'return') return { events: [returned('ratification', verdict, d)], ofPlan: [] }
  if (d.ratification === 'chair') {
    return verdict.verdict === 'abstain' ? refused({ code: 'stale-adjustment' }) : ratified(state, d)
  }
  return answered(state, verdict.verdict, d.ratification, d)
}

function answered(state: Waiting, answer: 'pass' | 'abstain', quorum: Quorum, d: Ratifying): Ratified {
  const { workItems } = d.catalogue
  const goal = votedGoal(state.request)
  const voted: AdjustmentEvent = {
    type: 'adjustment.voted',
    agreed: answer === 'pass' ? [{ goal: goal.id, standard: standardsMark([goal], workItems) }] : [],
    abstained: answer === 'abstain' ? [goal.id] : [],
    act: d.act,
  }
  const after = evolveAdjustment(state, voted)
  const answers = answersOn(goal, after.status === 'reviewed' ? after.votes : [], workItems)
  if (outcomeOf(answers, d.members, quorum) !== 'ratified') return { events: [voted], ofPlan: [] }
  const counts = { needed: neededOf(quorum, d.members.length), members: d.members.length }
  const { events, ofPlan } = ratified(state, d, counts)
  return { events: [voted, ...events], ofPlan }
}

function ratified(state: Waiting, d: Ratifying, quorum?: Counts): Ratified {
  const effective = state.request.effectiveOn ?? d.today
  const ofPlan = changeOfPlan(state, effective, d)
  const shares = sharesChanged(state.request, d.plan, d.ratios)
  const event = { type: 'adjustment.ratified', goal: ofPlan.goal, effective, shares, act: d.act } as const
  return { events: [quorum ? { ...event, quorum } : event], ofPlan: [ofPlan] }
}

function undecidable(
  state: AdjustmentState,
  awaited: 'asked' | 'reviewed',
  verdict: Verdict,
  d: Deciding,
): AdjustmentRefusal | undefined {
  if (state.status === 'none') return { code: 'absent-target' }
  if (state.status !== awaited) return movedOn(state)
  const closed = closedAdjusting({ phase: d.place.phase, begun: d.begun, plan: d.plan })
  if (closed) return closed
  if (state.revision !== verdict.revision) return { code: 'stale-adjustment' }
  if (verdict.verdict === 'return') return faultyComment(verdict)
  if (verdict.comment.trim() !== '') return { code: 'needless-comment' }
  return staleSight(state, verdict, d) ?? unfit(state.request, state.side, d)
}

/** A standard is no part of the request, so whoever decides names the one that was seen. */
function staleSight(
  { request }: Asked,
  { standard }: Verdict,
  { catalogue }: Deciding,
): AdjustmentRefusal | undefined {
  const now = standardsMark([votedGoal(request)], catalogue.workItems)
  return now === standard ? undefined : { code: 'stale-adjustment' }
}

/** A return needs a word, and a word for what passes would reach nobody. */
function faultyComment({ comment }: Verdict): AdjustmentRefusal | undefined {
  const length = Array.from(comment.trim()).length
  if (length === 0) return { code: 'missing-comment' }
  return length > COMMENT_LENGTH ? { code: 'overlong-comment', limit: COMMENT_LENGTH } : undefined
}

const returned = (stage: Stage, { comment }: Verdict, { act }: Deciding): AdjustmentEvent => ({
  type: 'adjustment.returned',
  stage,
  comment: comment.trim(),
  act,
})
