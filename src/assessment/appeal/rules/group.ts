/** The group deliberates once more (Article 22): the convenor puts the outcome, the members second or object. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import { findAssessor, type Member, quorumOf } from '../../rules/panel.ts'
import { type AppealEvent, awaited, isChanging, type OpenAppeal, type Round, unweighed } from './appeal.ts'
import { decideBy } from './decide.ts'
import type { Moving } from './draft.ts'
import { closedAppeals, type Hearing, movedOn } from './hearing.ts'
import type { AppealRefusal } from './refusals.ts'
import { barToWeighing } from './weigh.ts'

/** Members who cannot take part are excused with a reason; the others must be enough. */
export interface Excusing {
  readonly absent: readonly string[]
  readonly excused: string
}

export function putOutcome(excusing: Excusing, facts: Hearing): Decision<AppealEvent, AppealRefusal> {
  const { appeal, panel, who, at } = facts
  if (appeal.status !== 'with-group') return refused(movedOn(appeal))
  const bar = barToWeighing(facts)
  if (bar || !panel || !who.seat) return refused(bar ?? { code: 'hearing-convenor-only' })
  const missing = unweighed(appeal.items, appeal.verdicts).length
  if (missing > 0) return refused({ code: 'incomplete-verdicts', count: missing })
  const { id } = who.seat
  const present = panel.assessors
    .filter((one) => one.id === id || !excusing.absent.includes(one.id))
    .map((one) => (one.id === id ? (who.seat ?? one) : one))
  const excused = excusing.excused.trim()
  if (present.length < panel.assessors.length && excused === '')
    return refused({ code: 'missing-excuse-words' })
  const quorum = quorumOf(panel)
  if (present.length < quorum) return refused({ code: 'small-hearing', present: present.length, quorum })
  const { verdicts } = appeal
  return decided<AppealEvent>({
    type: 'appeal.proposed',
    ...{
      by: who.seat,
      at,
      verdicts,
      present,
      excused: present.length < panel.assessors.length ? excused : '',
      quorum,
    },
  })
}

interface Put {
  readonly appeal: Extract<OpenAppeal, { readonly status: 'with-group' }>
  readonly round: Round
  readonly seat: Member
}

/** A member agrees; with the last one it is decided, or, where a score changes, put before the leading group. */
export function secondOutcome(round: number, facts: Hearing): Moving {
  const put = outcomePut(round, facts)
  if ('refusal' in put) return put
  const { appeal, seat } = put
  const [objection] = put.round.objections
  if (objection) return refused({ code: 'objected-outcome', by: objection.member.name, at: objection.at })
  const before = put.round.agreed.find((one) => one.member.id === seat.id)
  if (before) return refused({ code: 'repeated-second', at: before.at })
  const { at } = facts
  const seconded: AppealEvent = { type: 'appeal.seconded', by: seat, at }
  const now: Round = { ...put.round, agreed: [...put.round.agreed, { member: seat, at }] }
  if (!isAgreed(now, facts)) return { ofAppeal: [seconded], ofScores: [] }
  if (isChanging(now.verdicts)) {
    return { ofAppeal: [seconded, { type: 'appeal.agreed', at }], ofScores: [] }
  }
  const signed = { by: seat.id, name: facts.panel?.name ?? '', at }
  const outcome = decideBy('group', { ...appeal, verdicts: now.verdicts }, signed, facts)
  return 'refusal' in outcome ? outcome : { ...outcome, ofAppeal: [seconded, ...outcome.ofAppeal] }
}

/** All who are present and still sit in the group agree, and they are enough. */
function isAgreed(round: Round, { panel }: Hearing): boolean {
  const seated = panel?.assessors ?? []
  return awaited(round, seated).length === 0 && round.agreed.length >= round.quorum
}

/** A member objects in words; the convenor puts another outcome, and this one is kept. */
export function objectToOutcome(
  command: { readonly round: number; readonly words: string },
  facts: Hearing,
): Decision<AppealEvent, AppealRefusal> {
  const put = outcomePut(command.round, facts)
  if ('refusal' in put) return put
  const words = command.words.trim()
  if (words === '') return refused({ code: 'missing-objection' })
  return decided<AppealEvent>({ type: 'appeal.objected', by: put.seat, at: facts.at, words })
}

function outcomePut(number: number, facts: Hearing): Put | { readonly refusal: AppealRefusal } {
  const { appeal, who, panel, unitName: unit } = facts
  if (!who.seat || !panel) {
    return refused(who.barred ? { code: 'barred-hearing', unit } : { code: 'hearing-member-only' })
  }
  const closed = closedAppeals(facts)
  if (closed) return refused(closed)
  if (appeal.status !== 'with-group') return refused(movedOn(appeal))
  const round = appeal.rounds.at(-1)
  if (!round) return refused({ code: 'unput-outcome' })
  if (number !== appeal.rounds.length)
    return refused({ code: 'stale-outcome', by: round.by.name, at: round.at })
  const { id } = who.seat
  if (!round.present.some((one) => one.id === id)) return refused({ code: 'absent-hearer' })
  if (!findAssessor(panel, id)) return refused({ code: 'hearing-member-only' })
  return { appeal, round, seat: who.seat }
}
