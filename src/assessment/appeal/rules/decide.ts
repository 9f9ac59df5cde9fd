/** An appeal is decided: kept or changed, each deduction with its reason (Articles 22, 29). A changed score is a new version. */
import { refused } from '../../../kernel/decision.ts'
import type { Signed } from '../../../policy/rules/signed.ts'
import type { AnsweringEvent, Bench } from '../../rules/answering.ts'
import type { Decided } from '../../rules/assessment.ts'
import { finalOf } from '../../rules/final-of.ts'
import { isChanging, type OpenAppeal, unweighed, type Verdicts } from './appeal.ts'
import { entriesAfter, heardOf } from './deductions.ts'
import type { Moving } from './draft.ts'
import { closedAppeals, type Hearing, movedOn, scoresOf } from './hearing.ts'
import type { AppealRefusal } from './refusals.ts'

/** `seen`: the mark of who would move, as the card showed it; `present`: as it is now. */
export interface Seen {
  readonly seen: string
  readonly present: string
}

/** The leading group decides what is before it; or confirms what the group agreed to change. */
export function decideAppeal({ seen, present }: Seen, facts: Hearing): Moving {
  const { appeal, who, ratified } = facts
  if (!who.decides) return refused({ code: 'deciders-only' })
  const closed = closedAppeals(facts)
  if (closed) return refused(closed)
  if (appeal.status !== 'with-leaders' && appeal.status !== 'agreed') return refused(movedOn(appeal))
  const verdicts = verdictsBefore(appeal)
  const missing = unweighed(appeal.items, verdicts).length
  if (missing > 0) return refused({ code: 'incomplete-verdicts', count: missing })
  if (seen !== present) return refused({ code: 'stale-appeal' })
  if (appeal.status === 'agreed' && ratified) return refused({ code: 'leaders-only-now' })
  return decideBy(
    appeal.status === 'agreed' ? 'group' : 'leaders',
    { ...appeal, verdicts },
    who.signed,
    facts,
  )
}

/** The verdicts that a decision would make final: the group's agreed ones, or what the chair has written. */
export function verdictsBefore(appeal: OpenAppeal): Verdicts {
  return appeal.status === 'agreed' ? (appeal.rounds.at(-1)?.verdicts ?? {}) : appeal.verdicts
}

export function decideBy(by: Bench, appeal: OpenAppeal, signed: Signed, facts: Hearing): Moving {
  const found = scoresOf(facts)
  if ('refusal' in found) return found
  const { verdicts, items, number } = appeal
  const before = finalNow(found.scores, facts)
  const heard = heardOf(items, verdicts, by)
  const { at } = facts
  if (!isChanging(verdicts)) {
    const closing: AnsweringEvent = { type: 'appeal.closed', number, at, how: 'kept', heard }
    return {
      ofAppeal: [{ type: 'appeal.decided', outcome: 'kept', by, signed, verdicts, before, after: before }],
      ofScores: [closing],
    }
  }
  const entries = entriesAfter(found.scores, items, verdicts, facts.policy.levels)
  const agreed = { ...found.scores.agreed, ...entries }
  const after = finalNow({ ...found.scores, agreed }, facts)
  return {
    ofAppeal: [{ type: 'appeal.decided', outcome: 'changed', by, signed, verdicts, before, after }],
    ofScores: [{ type: 'score.corrected', number, at, by, entries, final: after, heard }],
  }
}

/** Hundredths; null while the unit's coefficients are missing. */
export function finalNow(
  scores: Decided,
  { policy, coefficients }: Pick<Hearing, 'policy' | 'coefficients'>,
) {
  const final = finalOf(scores, policy, coefficients)
  return final.status === 'final' ? final.result.final : null
}

/** What the final score would be with these verdicts. */
export function finalWith(
  appeal: OpenAppeal,
  facts: Hearing,
): number | null | { readonly refusal: AppealRefusal } {
  const found = scoresOf(facts)
  if ('refusal' in found) return found
  const entries = entriesAfter(found.scores, appeal.items, verdictsBefore(appeal), facts.policy.levels)
  return finalNow({ ...found.scores, agreed: { ...found.scores.agreed, ...entries } }, facts)
}
