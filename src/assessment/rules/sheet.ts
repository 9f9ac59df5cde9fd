/** One member's sheet on one unit (Articles 22–24). Subject `sheet:<year>:<unit>:<person>`: nobody else reads or changes it. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type AccessRefusal, takeChair, takeSeat } from './access.ts'
import type { AssessmentState } from './assessment.ts'
import { type Entries, unfilledGoals } from './entry.ts'
import type { AssessingFacts } from './facts.ts'
import { type Mark, type MarkFault, readMarks } from './marks.ts'
import { findAssessor, type Member } from './panel.ts'

export type SheetState =
  | { readonly status: 'empty' }
  | { readonly status: 'draft'; readonly entries: Entries }
  | { readonly status: 'sent'; readonly entries: Entries; readonly at: Instant }
  | { readonly status: 'excused'; readonly reason: string; readonly by: Member; readonly at: Instant }
  /** The deliberation has opened: what was sent stands. */
  | { readonly status: 'closed'; readonly entries: Entries; readonly at: Instant }

export type SheetEvent =
  | { readonly type: 'sheet.filled'; readonly entries: Entries }
  | { readonly type: 'sheet.sent'; readonly at: Instant }
  | { readonly type: 'sheet.excused'; readonly reason: string; readonly by: Member; readonly at: Instant }
  | { readonly type: 'sheet.closed'; readonly at: Instant }

export type SheetRefusal =
  | AccessRefusal
  | { readonly code: 'absent-goals'; readonly unit: string }
  | { readonly code: 'opened-deliberation'; readonly by: string; readonly at: Instant }
  | { readonly code: 'faulty-marks'; readonly faults: readonly MarkFault[] }
  | { readonly code: 'incomplete-sheet'; readonly goals: readonly number[] }
  | { readonly code: 'sent-sheet'; readonly at: Instant }
  | { readonly code: 'unknown-member' }
  | { readonly code: 'present-member'; readonly name: string }
  | { readonly code: 'missing-excuse' }

export const EMPTY_SHEET: SheetState = { status: 'empty' }

export function evolveSheet(state: SheetState, event: SheetEvent): SheetState {
  switch (event.type) {
    case 'sheet.filled': {
      const entries = { ...entriesOf(state), ...event.entries }
      return state.status === 'sent' ? { ...state, entries } : { status: 'draft', entries }
    }
    case 'sheet.sent':
      return { status: 'sent', entries: entriesOf(state), at: event.at }
    case 'sheet.excused':
      return { status: 'excused', reason: event.reason, by: event.by, at: event.at }
    case 'sheet.closed':
      return { status: 'closed', entries: entriesOf(state), at: event.at }
    default:
      return never(event)
  }
}

export function entriesOf(state: SheetState): Entries {
  return 'entries' in state ? state.entries : {}
}

/** What a sheet's rules know beside the sheet itself. */
export interface SheetContext {
  readonly assessing: AssessingFacts | undefined
  readonly assessment: AssessmentState
  readonly by: PersonId
  readonly at: Instant
}

/**
 * Keeps what a member filled in, and with `seal` sends the sheet if it is whole; if it is not, the page is kept
 * all the same. A sent sheet can be changed until the deliberation opens.
 */
export function fillSheet(
  state: SheetState,
  command: { readonly marks: readonly Mark[]; readonly seal: boolean },
  context: SheetContext,
): Decision<SheetEvent, SheetRefusal> {
  const open = openFacts(context)
  if ('refusal' in open) return open
  const read = readMarks(open.facts.regime, open.facts.goals, command.marks)
  if ('faults' in read) return refused({ code: 'faulty-marks', faults: read.faults })
  const filled: SheetEvent = { type: 'sheet.filled', entries: read.entries }
  const after = evolveSheet(state, filled)
  const whole = unfilledGoals(open.facts.goals, entriesOf(after)).length === 0
  return command.seal && whole && after.status === 'draft'
    ? decided<SheetEvent>(filled, { type: 'sheet.sent', at: context.at })
    : decided<SheetEvent>(filled)
}

/** Sends the sheet as it was kept; refused with every goal that has no score yet. */
export function sendSheet(state: SheetState, context: SheetContext): Decision<SheetEvent, SheetRefusal> {
  const open = openFacts(context)
  if ('refusal' in open) return open
  if (state.status === 'sent') return refused({ code: 'sent-sheet', at: state.at })
  const missing = unfilledGoals(open.facts.goals, entriesOf(state))
  if (missing.length > 0) {
    return refused({ code: 'incomplete-sheet', goals: missing.map((goal) => goal.number) })
  }
  return decided<SheetEvent>({ type: 'sheet.sent', at: context.at })
}

/** The convenor excuses a member who cannot score, with the reason. A sheet that is there is not excused away. */
export function excuseMember(
  state: SheetState,
  command: { readonly member: PersonId; readonly reason: string },
  context: SheetContext,
): Decision<SheetEvent, SheetRefusal> {
  const taken = takeChair(context.assessing, context.by)
  if ('refusal' in taken) return taken
  if (context.assessment.status !== 'open') return refused(openedBy(context.assessment))
  const member = findAssessor(taken.seat.panel, command.member)
  if (!member) return refused({ code: 'unknown-member' })
  if (state.status === 'sent' || state.status === 'closed') {
    return refused({ code: 'present-member', name: member.name })
  }
  const reason = command.reason.trim()
  if (reason === '') return refused({ code: 'missing-excuse' })
  return decided<SheetEvent>({ type: 'sheet.excused', reason, by: taken.seat.member, at: context.at })
}

function openFacts(
  context: SheetContext,
): { readonly facts: AssessingFacts } | { readonly refusal: SheetRefusal } {
  const taken = takeSeat(context.assessing, context.by)
  if ('refusal' in taken) return taken
  if (context.assessment.status !== 'open') return refused(openedBy(context.assessment))
  const { facts } = taken.seat
  if (facts.goals.length === 0) return refused({ code: 'absent-goals', unit: facts.unitName })
  return { facts }
}

function openedBy(assessment: Exclude<AssessmentState, { readonly status: 'open' }>): SheetRefusal {
  return { code: 'opened-deliberation', by: assessment.openedBy.name, at: assessment.openedAt }
}
