/** The members' words on the proposal; with the last agreement the assessment is decided (Article 22). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type AccessRefusal, type Seat, takeSeat } from './access.ts'
import {
  type AssessmentEvent,
  type AssessmentState,
  type Deliberating,
  isPresent,
  liveRound,
  type Round,
  roundOf,
} from './assessment.ts'
import type { AssessingFacts } from './facts.ts'
import { finalOf } from './final-of.ts'
import { findAssessor, type Member, type Panel } from './panel.ts'

export type AnswerRefusal =
  | AccessRefusal
  | { readonly code: 'unopened-deliberation' }
  | { readonly code: 'unmade-proposal' }
  | { readonly code: 'already-decided'; readonly at: Instant }
  | { readonly code: 'stale-proposal'; readonly by: string; readonly at: Instant }
  | { readonly code: 'objected-proposal'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already-agreed'; readonly at: Instant }
  | { readonly code: 'absent-member' }
  | { readonly code: 'missing-words' }

export interface AnswerContext {
  readonly assessing: AssessingFacts | undefined
  readonly by: PersonId
  readonly at: Instant
}

/** A member agrees to the proposal of the round that the card showed. */
export function agreeToProposal(
  state: AssessmentState,
  command: { readonly round: number },
  context: AnswerContext,
): Decision<AssessmentEvent, AnswerRefusal> {
  const put = proposalPut(state, command.round, context)
  if ('refusal' in put) return put
  const { deliberating, round, seat } = put
  const [objection] = round.objections
  if (objection) {
    return refused({ code: 'objected-proposal', by: objection.member.name, at: objection.at })
  }
  const before = round.agreed.find((one) => one.member.id === context.by)
  if (before) return refused({ code: 'already-agreed', at: before.at })
  const agreed: AssessmentEvent = { type: 'proposal.agreed', by: seat.member, at: context.at }
  const members = [...round.agreed.map((one) => one.member), seat.member]
  if (!isAgreed(deliberating, seat, members)) return decided<AssessmentEvent>(agreed)
  const final = finalOf(
    { ...deliberating, agreed: round.entries },
    seat.facts.policy,
    seat.facts.coefficients,
  )
  const value = final.status === 'final' ? final.result.final : null
  return decided<AssessmentEvent>(agreed, { type: 'assessment.decided', at: context.at, final: value })
}

/** A member objects, in words; the convenor makes another proposal, and this one is kept. */
export function objectToProposal(
  state: AssessmentState,
  command: { readonly round: number; readonly words: string },
  context: AnswerContext,
): Decision<AssessmentEvent, AnswerRefusal> {
  const put = proposalPut(state, command.round, context)
  if ('refusal' in put) return put
  const words = command.words.trim()
  if (words === '') return refused({ code: 'missing-words' })
  return decided<AssessmentEvent>({ type: 'proposal.objected', by: put.seat.member, at: context.at, words })
}

/** All who are present and still hold their seat agree, and they are enough. */
function isAgreed(state: Deliberating, seat: Seat, agreed: readonly Member[]): boolean {
  const awaited = state.present.filter((one) => findAssessor(seat.panel, one.id))
  const has = (member: Member): boolean => agreed.some((one) => one.id === member.id)
  return awaited.every(has) && agreed.length >= state.quorum
}

function proposalPut(
  state: AssessmentState,
  number: number,
  context: AnswerContext,
):
  | { readonly deliberating: Deliberating; readonly round: Round; readonly seat: Seat }
  | { readonly refusal: AnswerRefusal } {
  const taken = takeSeat(context.assessing, context.by)
  if ('refusal' in taken) return taken
  if (state.status === 'open') return refused({ code: 'unopened-deliberation' })
  if (state.status === 'decided') return refused({ code: 'already-decided', at: state.decidedAt })
  if (!isPresent(state, context.by)) return refused({ code: 'absent-member' })
  const round = state.rounds.at(-1)
  if (!round) return refused({ code: 'unmade-proposal' })
  if (number !== roundOf(state)) {
    return refused({ code: 'stale-proposal', by: round.by.name, at: round.at })
  }
  return { deliberating: state, round, seat: taken.seat }
}

/** As `awaitedMembers`, without those who lost their seat since: where nobody is left, a new proposal is needed. */
export function seatedAwaited(state: Deliberating, panel: Panel): readonly Member[] {
  return awaitedMembers(state).filter((one) => findAssessor(panel, one.id))
}

/** Whom the proposal that is put waits for. */
export function awaitedMembers(state: Deliberating): readonly Member[] {
  const round = liveRound(state)
  if (!round) return []
  return state.present.filter((one) => !round.agreed.some((word) => word.member.id === one.id))
}
