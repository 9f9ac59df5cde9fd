import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type AccessRefusal, takeChair } from './access.ts'
import type { AssessmentEvent, AssessmentState, Sitting } from './assessment.ts'
import { heldEntries, openCandidates } from './candidates.ts'
import type { AssessingFacts } from './facts.ts'
import { type Member, type Panel, quorumOf } from './panel.ts'
import { markedOf, type SheetState, verdictsOf } from './sheet.ts'

export type OpenRefusal =
  | AccessRefusal
  | { readonly code: 'absent-goals'; readonly unit: string }
  | { readonly code: 'opened-deliberation'; readonly by: string; readonly at: Instant }
  | { readonly code: 'missing-sheets'; readonly names: readonly string[] }
  | { readonly code: 'small-attendance'; readonly present: number; readonly quorum: number }

export type Sheets = { readonly [person: PersonId]: SheetState }

/** Article 22: the convenor opens the deliberation when every member who scores has sent a sheet or is excused. */
export function openDeliberation(
  state: AssessmentState,
  sheets: Sheets,
  context: { readonly assessing: AssessingFacts | undefined; readonly by: PersonId; readonly at: Instant },
): Decision<AssessmentEvent, OpenRefusal> {
  const taken = takeChair(context.assessing, context.by)
  if ('refusal' in taken) return taken
  const { facts, panel, member } = taken.seat
  if (state.status !== 'open') {
    return refused({ code: 'opened-deliberation', by: state.openedBy.name, at: state.openedAt })
  }
  if (facts.goals.length === 0) return refused({ code: 'absent-goals', unit: facts.unitName })
  const missing = missingMembers(panel, sheets, facts)
  if (missing.length > 0) return refused({ code: 'missing-sheets', names: missing.map((one) => one.name) })
  const sitting = sittingOf(facts, panel, sheets, { member, at: context.at })
  if (sitting.present.length < sitting.quorum) {
    return refused({ code: 'small-attendance', present: sitting.present.length, quorum: sitting.quorum })
  }
  return decided<AssessmentEvent>({ type: 'deliberation.opened', ...sitting })
}

/** Those who score and have neither sent a sheet nor been excused; one who has sent it before a finding was published still has that to weigh. */
export function missingMembers(
  panel: Panel,
  sheets: Sheets,
  facts: Pick<AssessingFacts, 'findings' | 'goals'>,
): readonly Member[] {
  return panel.assessors.filter((one) => {
    const sheet = sheets[one.id]
    if (sheet?.status !== 'sent') return !sheet || sheet.status === 'empty' || sheet.status === 'draft'
    return openCandidates(facts.findings, verdictsOf(sheet), facts.goals).length > 0
  })
}

/** Whom the convenor can excuse: one whose sheet was sent, and who only has a later finding to weigh, is not excused away. */
export function excusableMembers(missing: readonly Member[], sheets: Sheets): readonly Member[] {
  return missing.filter((one) => sheets[one.id]?.status !== 'sent')
}

function sittingOf(
  facts: AssessingFacts,
  panel: Panel,
  sheets: Sheets,
  opened: { readonly member: Member; readonly at: Instant },
): Sitting {
  const held = panel.assessors.map((member) => ({ member, sheet: sheets[member.id] }))
  const sent = held.flatMap(({ member, sheet }) => (sheet?.status === 'sent' ? [{ member, sheet }] : []))
  return {
    regime: facts.regime,
    goals: facts.goals,
    present: sent.map((one) => one.member),
    excused: held.flatMap(({ member, sheet }) =>
      sheet?.status === 'excused' ? [{ member, reason: sheet.reason }] : [],
    ),
    recused: panel.recused,
    quorum: quorumOf(panel),
    sheets: Object.fromEntries(
      sent.map((one) => [one.member.id, heldEntries(markedOf(one.sheet), facts.findings)]),
    ),
    findings: facts.findings,
    verdicts: Object.fromEntries(sent.map((one) => [one.member.id, verdictsOf(one.sheet)])),
    openedBy: opened.member,
    openedAt: opened.at,
  }
}
