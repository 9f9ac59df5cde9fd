/** One member's sheet on one unit (Articles 22–24). Subject `sheet:<year>:<unit>:<person>`: nobody else reads or changes it. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type AccessRefusal, takeChair, takeSeat } from './access.ts'
import type { AssessmentState } from './assessment.ts'
import { fullThoughTaken, type Marked, openCandidates, type Verdicts } from './candidates.ts'
import { type Entries, unfilledGoals } from './entry.ts'
import type { AssessingFacts } from './facts.ts'
import { type FindingFault, type FindingMark, readFindingMarks } from './finding-marks.ts'
import { type Mark, type MarkFault, readMarks } from './marks.ts'
import { findAssessor, type Member } from './panel.ts'

export type SheetState =
  | { readonly status: 'empty' }
  | (Held & { readonly status: 'draft' })
  /** `account`: revision of the unit's account on which it was sent; null where the unit had signed none. */
  | (Held & { readonly status: 'sent'; readonly account: number | null; readonly at: Instant })
  | { readonly status: 'excused'; readonly reason: string; readonly by: Member; readonly at: Instant }
  /** The deliberation has opened: what was sent stands. */
  | (Held & { readonly status: 'closed'; readonly account: number | null; readonly at: Instant })

/** What was marked; a sheet of before findings were put on it has no verdicts. */
interface Held {
  readonly entries: Entries
  readonly verdicts?: Verdicts
}

export type SheetEvent =
  | { readonly type: 'sheet.filled'; readonly entries: Entries; readonly verdicts?: Verdicts }
  /** `account`: see the state; absent of a sheet of before units gave accounts. */
  | { readonly type: 'sheet.sent'; readonly account?: number | null; readonly at: Instant }
  | { readonly type: 'sheet.excused'; readonly reason: string; readonly by: Member; readonly at: Instant }
  | { readonly type: 'sheet.closed'; readonly at: Instant }
  /** The deliberation went back to the sheets. */
  | { readonly type: 'sheet.reopened'; readonly as: 'sent' | 'draft'; readonly at: Instant }

export type SheetRefusal =
  | AccessRefusal
  | { readonly code: 'absent-goals'; readonly unit: string }
  | { readonly code: 'opened-deliberation'; readonly by: string; readonly at: Instant }
  | { readonly code: 'faulty-marks'; readonly faults: readonly MarkFault[] }
  | { readonly code: 'faulty-findings'; readonly faults: readonly FindingFault[] }
  | ({ readonly code: 'incomplete-sheet' } & Unfinished)
  /** The unit signed its account, or took it back, since the card was drawn. */
  | { readonly code: 'moved-account'; readonly signed: boolean }
  | { readonly code: 'sent-sheet'; readonly at: Instant }
  | { readonly code: 'unknown-member' }
  | { readonly code: 'present-member'; readonly name: string }
  | { readonly code: 'missing-excuse' }

export const EMPTY_SHEET: SheetState = { status: 'empty' }

export function evolveSheet(state: SheetState, event: SheetEvent): SheetState {
  switch (event.type) {
    case 'sheet.filled': {
      const entries = { ...entriesOf(state), ...event.entries }
      const verdicts = { ...verdictsOf(state), ...event.verdicts }
      return state.status === 'sent'
        ? { ...state, entries, verdicts }
        : { status: 'draft', entries, verdicts }
    }
    case 'sheet.sent':
      return { status: 'sent', ...markedOf(state), account: event.account ?? null, at: event.at }
    case 'sheet.excused':
      return { status: 'excused', reason: event.reason, by: event.by, at: event.at }
    case 'sheet.closed':
      return {
        status: 'closed',
        ...markedOf(state),
        account: state.status === 'sent' ? state.account : null,
        at: event.at,
      }
    case 'sheet.reopened':
      if (state.status !== 'closed') return state
      return event.as === 'sent' ? { ...state, status: 'sent' } : { status: 'draft', ...markedOf(state) }
    default:
      return never(event)
  }
}

export function entriesOf(state: SheetState): Entries {
  return 'entries' in state ? state.entries : {}
}

export function verdictsOf(state: SheetState): Verdicts {
  return 'entries' in state ? (state.verdicts ?? {}) : {}
}

export const markedOf = (state: SheetState): Marked => ({
  entries: entriesOf(state),
  verdicts: verdictsOf(state),
})

/** What keeps a sheet from being sent, by numbers of goals and findings. */
export interface Unfinished {
  /** Without a score. */
  readonly goals: readonly number[]
  /** Neither taken nor dropped. */
  readonly findings: readonly number[]
  /** Full marks, although a finding was taken. */
  readonly full: readonly number[]
}

export function unfinishedIn(state: SheetState, { goals, findings }: AssessingFacts): Unfinished {
  const marked = markedOf(state)
  return {
    goals: unfilledGoals(goals, marked.entries).map((goal) => goal.number),
    findings: openCandidates(findings, marked.verdicts, goals)
      .map((one) => one.number)
      .toSorted((left, right) => left - right),
    full: fullThoughTaken(goals, findings, marked).map((goal) => goal.number),
  }
}

export const isWhole = ({ goals, findings, full }: Unfinished): boolean =>
  goals.length + findings.length + full.length === 0

/** What a sheet's rules know beside the sheet itself. */
export interface SheetContext {
  readonly assessing: AssessingFacts | undefined
  readonly assessment: AssessmentState
  /** Revision of the account that the unit has signed; null where it has signed none. */
  readonly account: number | null
  readonly by: PersonId
  readonly at: Instant
}

/**
 * Keeps what a member filled in, and with `seal` sends the sheet if it is whole; if it is not, the page is kept
 * all the same. A sent sheet can be changed until the deliberation opens.
 */
export function fillSheet(
  state: SheetState,
  command: {
    readonly marks: readonly Mark[]
    readonly findings: readonly FindingMark[]
    readonly account: number | null
    readonly seal: boolean
  },
  context: SheetContext,
): Decision<SheetEvent, SheetRefusal> {
  const open = openFacts(context)
  if ('refusal' in open) return open
  const { regime, goals, findings, policy } = open.facts
  const read = readMarks(regime, goals, command.marks, policy.levels)
  if ('faults' in read) return refused({ code: 'faulty-marks', faults: read.faults })
  const weighed = readFindingMarks(regime, goals, findings, command.findings)
  if ('faults' in weighed) return refused({ code: 'faulty-findings', faults: weighed.faults })
  const filled: SheetEvent = { type: 'sheet.filled', entries: read.entries, verdicts: weighed.verdicts }
  const after = evolveSheet(state, filled)
  const unfinished = unfinishedIn(after, open.facts)
  if (state.status === 'sent') return changed(filled, unfinished, command.account, context)
  if (!command.seal || !isWhole(unfinished)) return decided<SheetEvent>(filled)
  if (command.account !== context.account) return refused(movedAccount(context))
  return decided<SheetEvent>(filled, { type: 'sheet.sent', account: context.account, at: context.at })
}

/** What was whole never becomes less, and is sent again on the account as it stands. */
function changed(
  filled: SheetEvent,
  unfinished: Unfinished,
  seen: number | null,
  context: SheetContext,
): Decision<SheetEvent, SheetRefusal> {
  if (seen !== context.account) return refused(movedAccount(context))
  if (unfinished.goals.length + unfinished.full.length > 0) {
    return refused({ code: 'incomplete-sheet', ...unfinished })
  }
  // Of several findings that were published since, the others may be on another page.
  if (unfinished.findings.length > 0) return decided<SheetEvent>(filled)
  return decided<SheetEvent>(filled, { type: 'sheet.sent', account: context.account, at: context.at })
}

const movedAccount = ({ account }: SheetContext): SheetRefusal => ({
  code: 'moved-account',
  signed: account !== null,
})

/** Sends the sheet as it was kept; refused with every goal that has no score, and every finding that was neither taken nor dropped. */
export function sendSheet(
  state: SheetState,
  command: { readonly account: number | null },
  context: SheetContext,
): Decision<SheetEvent, SheetRefusal> {
  const open = openFacts(context)
  if ('refusal' in open) return open
  if (state.status === 'sent') return refused({ code: 'sent-sheet', at: state.at })
  const unfinished = unfinishedIn(state, open.facts)
  if (!isWhole(unfinished)) return refused({ code: 'incomplete-sheet', ...unfinished })
  if (command.account !== context.account) return refused(movedAccount(context))
  return decided<SheetEvent>({ type: 'sheet.sent', account: context.account, at: context.at })
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
