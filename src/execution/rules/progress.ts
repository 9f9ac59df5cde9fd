/** Progress of a goal in force (Article 18, rulebook 4). Subject `execution:<goal>`. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { GoalId, PersonId, UnitId } from '../../kernel/ids.ts'
import { type Instant, millisecondsOf } from '../../kernel/time.ts'
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
  readonly last: (Report & { readonly by: PersonId; readonly name: string; readonly at: Instant }) | null
}

export const UNREPORTED: ExecutionState = { reports: 0, last: null }

export type ExecutionEvent = {
  readonly type: 'progress.reported'
  readonly goal: GoalId
  readonly unit: UnitId
  readonly year: number
  readonly report: Report
  readonly by: PersonId
  /** Of that day. */
  readonly name: string
  readonly at: Instant
}

export type ExecutionRefusal =
  | { readonly code: 'unknown-goal' }
  | { readonly code: 'foreign-goal'; readonly unit: string }
  | { readonly code: 'unratified-goal'; readonly number: number }
  | { readonly code: 'closed-execution'; readonly phase: Phase }
  | { readonly code: 'empty-report' }
  | { readonly code: 'unreasoned-fall'; readonly from: number; readonly to: number }
  | { readonly code: 'repeated-report'; readonly number: number; readonly at: Instant }
  | {
      readonly code: 'followed-report'
      readonly number: number
      readonly percent: number
      readonly name: string
      readonly at: Instant
    }

export interface ReportedGoal {
  readonly id: GoalId
  readonly number: number
  readonly unit: UnitId
  readonly unitName: string
  readonly year: number
  readonly inForce: boolean
  /** Of the goal's own year. */
  readonly phase: Phase
}

export interface ReportContext {
  /** Undefined where there is no such goal any more. */
  readonly goal: ReportedGoal | undefined
  readonly by: Actor
  readonly at: Instant
  /** How many reports the card had seen that was tapped; undefined where it does not matter. */
  readonly seen: number | undefined
}

/** Of each text of a report: as many characters as a card's input takes (cards 1.4). */
export const MAX_WORDS = 1000

/** The same words from the same person within a day are a second tap, not a second report. */
const REPEAT_WITHIN_MS = 86_400_000

export function evolveExecution(state: ExecutionState, event: ExecutionEvent): ExecutionState {
  return {
    reports: state.reports + 1,
    last: { ...event.report, by: event.by, name: event.name, at: event.at },
  }
}

/** Why this person cannot report on this goal now; undefined where nothing bars it. */
export function barOf(
  goal: ReportedGoal | undefined,
  by: Actor,
):
  | Extract<
      ExecutionRefusal,
      { code: 'unknown-goal' | 'foreign-goal' | 'closed-execution' | 'unratified-goal' }
    >
  | undefined {
  if (!goal) return { code: 'unknown-goal' }
  if (!holds(by, 'contact', goal.unit) && !holds(by, 'head', goal.unit))
    return { code: 'foreign-goal', unit: goal.unitName }
  if (goal.phase !== 'execution') return { code: 'closed-execution', phase: goal.phase }
  if (!goal.inForce) return { code: 'unratified-goal', number: goal.number }
  return undefined
}

/** The contact or the head reports; the percent falls only with a reason; a report is followed by another, never changed. */
export function reportProgress(
  state: ExecutionState,
  report: Report,
  { goal, by, at, seen }: ReportContext,
): Decision<ExecutionEvent, ExecutionRefusal> {
  const bar = barOf(goal, by)
  if (bar || !goal) return refused(bar ?? { code: 'unknown-goal' })
  const stale = staleness(state, report, goal, { by: by.id, at, seen })
  if (stale) return refused(stale)
  if (report.done.trim() === '') return refused({ code: 'empty-report' })
  const before = state.last?.percent ?? 0
  if (report.percent < before && report.reason.trim() === '')
    return refused({ code: 'unreasoned-fall', from: before, to: report.percent })
  return decided<ExecutionEvent>({
    type: 'progress.reported',
    goal: goal.id,
    unit: goal.unit,
    year: goal.year,
    report,
    by: by.id,
    name: by.name,
    at,
  })
}

function staleness(
  { last, reports }: ExecutionState,
  report: Report,
  { number }: ReportedGoal,
  act: { readonly by: PersonId; readonly at: Instant; readonly seen: number | undefined },
): ExecutionRefusal | undefined {
  if (!last) return undefined
  const sinceMs = millisecondsOf(act.at) - millisecondsOf(last.at)
  if (last.by === act.by && sinceMs < REPEAT_WITHIN_MS && sameReport(last, report))
    return { code: 'repeated-report', number, at: last.at }
  if (act.seen === undefined || act.seen === reports) return undefined
  const { percent, name, at } = last
  return { code: 'followed-report', number, percent, name, at }
}

function sameReport(one: Report, other: Report): boolean {
  const figures = one.percent === other.percent && one.state === other.state && one.cost === other.cost
  const words = (['done', 'next', 'difficulty', 'reason'] as const).every((word) => one[word] === other[word])
  return figures && words && one.evidence.join() === other.evidence.join()
}
