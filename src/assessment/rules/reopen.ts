/** A deliberation that can no longer come to a decision goes back to the sheets (Article 22). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type AccessRefusal, takeChair } from './access.ts'
import { type AssessmentEvent, type AssessmentState, type Deliberating, liveRound } from './assessment.ts'
import { openCandidates } from './candidates.ts'
import type { AssessingFacts } from './facts.ts'
import { findAssessor, type Member, type Panel } from './panel.ts'
import { type SheetEvent, type SheetState, verdictsOf } from './sheet.ts'

export type ReopenRefusal =
  | AccessRefusal
  | { readonly code: 'unopened-deliberation' }
  | { readonly code: 'reopened-sheets'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already-decided'; readonly at: Instant }
  | { readonly code: 'sufficient-attendance'; readonly present: number; readonly quorum: number }
  | { readonly code: 'missing-cause' }

export interface ReopenContext {
  readonly assessing: AssessingFacts | undefined
  readonly by: PersonId
  /** Who acts, where that is somebody of the office who is not barred from the unit. */
  readonly office: Member | null
  readonly at: Instant
}

/** Those who were present and still hold their seat. */
export const seatedPresent = (state: Deliberating, panel: Panel): readonly Member[] =>
  state.present.filter((one) => findAssessor(panel, one.id))

/**
 * Whether no proposal can find its quorum among those who still hold a seat, a new one as little as the one that is put:
 * the words that were given to that one count on, but only a word that is still awaited decides.
 */
export function isStuck(state: Deliberating, panel: Panel): boolean {
  const seated = seatedPresent(state, panel)
  if (seated.length >= state.quorum) return false
  const agreed = liveRound(state)?.agreed.map((one) => one.member.id) ?? []
  const awaited = seated.filter((one) => !agreed.includes(one.id))
  const canEnd = liveRound(state) !== undefined && awaited.length > 0
  return !(canEnd && agreed.length + awaited.length >= state.quorum)
}

/** The convenor or the office takes it back to the sheets, with the reason; nothing that was sent is lost. */
export function reopenDeliberation(
  state: AssessmentState,
  command: { readonly reason: string },
  context: ReopenContext,
): Decision<AssessmentEvent, ReopenRefusal> {
  const taken = takeReopener(context)
  if ('refusal' in taken) return taken
  if (state.status === 'open') return refused(notOpened(state))
  if (state.status === 'decided') return refused({ code: 'already-decided', at: state.decidedAt })
  if (!isStuck(state, taken.panel)) {
    const present = seatedPresent(state, taken.panel).length
    return refused({ code: 'sufficient-attendance', present, quorum: state.quorum })
  }
  const reason = command.reason.trim()
  if (reason === '') return refused({ code: 'missing-cause' })
  return decided<AssessmentEvent>({ type: 'deliberation.reopened', by: taken.member, at: context.at, reason })
}

function notOpened({ reopened }: Extract<AssessmentState, { readonly status: 'open' }>): ReopenRefusal {
  return reopened
    ? { code: 'reopened-sheets', by: reopened.by.name, at: reopened.at }
    : { code: 'unopened-deliberation' }
}

/** The office where it may, for it also has to when no convenor is left; else the convenor. */
export function takeReopener({
  assessing,
  by,
  office,
}: Omit<ReopenContext, 'at'>):
  | { readonly member: Member; readonly panel: Panel }
  | { readonly refusal: AccessRefusal } {
  const chair = takeChair(assessing, by)
  if ('seat' in chair) return { member: chair.seat.member, panel: chair.seat.panel }
  const open = assessing?.phase === 'assessment' ? assessing.panel : null
  return open && office ? { member: office, panel: open } : chair
}

/**
 * What becomes of a closed sheet: who was excused is so still; what was sent is sent, unless a finding was published
 * since: then it has to be weighed, and the sheet sent anew.
 */
export function sheetReopened(
  sitting: Deliberating,
  member: PersonId,
  sheet: SheetState,
  { facts, at }: { readonly facts: Pick<AssessingFacts, 'findings' | 'goals'>; readonly at: Instant },
): SheetEvent | undefined {
  if (sheet.status !== 'closed') return undefined
  const excused = sitting.excused.find((one) => one.member.id === member)
  if (excused) {
    return { type: 'sheet.excused', reason: excused.reason, by: sitting.openedBy, at: sitting.openedAt }
  }
  const open = openCandidates(facts.findings, verdictsOf(sheet), facts.goals)
  return { type: 'sheet.reopened', as: open.length === 0 ? 'sent' : 'draft', at }
}
