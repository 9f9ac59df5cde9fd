/** What a viewer may do with an adjustment now. */
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Quorum } from '../../policy/rules/policy.ts'
import { ratifies, reviews } from '../rules/drafters.ts'
import { answersOn } from '../rules/quorum.ts'
import { type Asked, isPending, votedGoal } from './rules/adjustment.ts'
import { mayWithdraw } from './rules/ask.ts'
import { mayAskAs, maySendAs } from './rules/sides.ts'
import { closedAdjusting } from './rules/span.ts'
import type { Sight } from './sight.ts'

/** It waits for somebody, and nobody can decide on it any more: the unit's assessment has started, or the phase is over. */
export const isLapsed = (state: Asked, { place, begun, plan }: Sight): boolean =>
  isPending(state) && closedAdjusting({ phase: place.phase, begun, plan }) !== undefined

export type DecidingStage = 'review' | 'ratification' | 'vote'

/** The decision that waits for the viewer; null for none. `again`: also one that the viewer has answered already. */
export function stageFor(state: Asked, sight: Sight, again: boolean): DecidingStage | null {
  const { by, place, facts } = sight
  if (isLapsed(state, sight)) return null
  if (state.status === 'asked') return reviews(by, place) ? 'review' : null
  if (state.status !== 'reviewed' || !ratifies(by, facts.policy, place)) return null
  if (facts.policy.ratification === 'chair') return 'ratification'
  if (!facts.confirmed) return null
  return again || !hasAnswered(state, by, sight) ? 'vote' : null
}

/** Whether the viewer has answered in the vote on it, and may answer otherwise. */
export function mayAnswerAgain(state: Asked, sight: Sight): boolean {
  const open = stageFor(state, sight, true) === 'vote'
  return open && state.status === 'reviewed' && hasAnswered(state, sight.by, sight)
}

function hasAnswered(state: Asked, by: Actor, { catalogue }: Sight): boolean {
  const answers = answersOn(votedGoal(state.request), state.votes, catalogue.workItems)
  return answers.some((one) => one.by === by.id)
}

/** The quorum that is to agree; null where none votes on it now. */
export function quorumOn(state: Asked, { facts }: Sight): Quorum | null {
  const { ratification } = facts.policy
  return state.status === 'reviewed' && ratification !== 'chair' ? ratification : null
}

export interface Askers {
  readonly revise: boolean
  readonly send: boolean
  readonly withdraw: boolean
}

/** What those on the asking side may still do. */
export function askerMay(state: Asked, sight: Sight): Askers {
  const { by, place } = sight
  const open = mayAskAs(by, place, state.side) && mayWithdraw(state) && !isLapsed(state, sight)
  const sends = maySendAs(by, place, state.side)
  const isBack = state.status === 'draft' || state.status === 'returned'
  return {
    revise: open && (isBack || sends),
    send: open && state.status === 'draft' && sends,
    withdraw: open && (isBack || sends),
  }
}

/** Who sees all answers of a vote; the others see their own. */
export const seesAnswers = (actor: Actor): boolean => holds(actor, 'chair') || holds(actor, 'office')
