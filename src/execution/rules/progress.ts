/** Progress of a goal in force (Article 18, rulebook 4). Subject `execution:<goal>`. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { GoalId, PersonId, UnitId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { ProgressState } from '../../store/schema/execution.ts'
import type { Phase } from '../../store/schema/policy.ts'

export interface Report {
  /** 0-100 */
  readonly percent: number
  readonly state: ProgressState
  readonly done: string
  readonly next: string
  readonly difficulty: string
  /** Why the percent went down; '' where it did not. */
  readonly reason: string
  /** Cost so far in hundredths of a yuan (Article 30). */
  readonly cost: number | null
  readonly evidence: readonly string[]
}

export interface ExecutionState {
  readonly reports: number
  readonly last: (Report & { readonly by: PersonId; readonly at: Instant }) | null
}

export const UNREPORTED: ExecutionState = { reports: 0, last: null }

export type ExecutionEvent = {
  readonly type: 'progress.reported'
  readonly goal: GoalId
  readonly unit: UnitId
  readonly year: number
  readonly report: Report
  readonly by: PersonId
  readonly at: Instant
}

export type ExecutionRefusal =
  | { readonly code: 'foreign-goal'; readonly unit: string }
  | { readonly code: 'unratified-goal'; readonly number: number }
  | { readonly code: 'closed-execution'; readonly phase: Phase }
  | { readonly code: 'empty-report' }
  | { readonly code: 'unreasoned-fall'; readonly from: number; readonly to: number }
  | { readonly code: 'foreign-evidence' }

export interface ReportedGoal {
  readonly id: GoalId
  readonly number: number
  readonly unit: UnitId
  readonly unitName: string
  readonly year: number
  readonly inForce: boolean
}

export interface ReportContext {
  readonly goal: ReportedGoal
  readonly phase: Phase
  readonly by: Actor
  readonly at: Instant
  /** Evidence that the actor sent, or that was sent for the unit. */
  readonly ownEvidence: readonly string[]
}

export function evolveExecution(state: ExecutionState, event: ExecutionEvent): ExecutionState {
  return { reports: state.reports + 1, last: { ...event.report, by: event.by, at: event.at } }
}

/** The contact or the head reports; the percent falls only with a reason; a report is followed by another, never changed. */
export function reportProgress(
  state: ExecutionState,
  report: Report,
  context: ReportContext,
): Decision<ExecutionEvent, ExecutionRefusal> {
  const { goal, by, phase } = context
  if (!holds(by, 'contact', goal.unit) && !holds(by, 'head', goal.unit))
    return refused({ code: 'foreign-goal', unit: goal.unitName })
  if (phase !== 'execution') return refused({ code: 'closed-execution', phase })
  if (!goal.inForce) return refused({ code: 'unratified-goal', number: goal.number })
  if (report.done.trim() === '') return refused({ code: 'empty-report' })
  const before = state.last?.percent ?? 0
  if (report.percent < before && report.reason.trim() === '')
    return refused({ code: 'unreasoned-fall', from: before, to: report.percent })
  if (!report.evidence.every((id) => context.ownEvidence.includes(id)))
    return refused({ code: 'foreign-evidence' })
  return decided<ExecutionEvent>({
    type: 'progress.reported',
    goal: goal.id,
    unit: goal.unit,
    year: goal.year,
    report,
    by: by.id,
    at: context.at,
  })
}
