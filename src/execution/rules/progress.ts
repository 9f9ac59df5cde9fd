/** Progress of a goal in force (Article 18, rulebook 4): reported, followed, never changed. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { GoalId, PersonId, UnitId } from '../../kernel/ids.ts'
import { type Instant, millisecondsOf } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { findOpen, meanOf, standingAfter, type Task } from '../tasks/rules/task.ts'
import {
  type ExecutionEvent,
  type ExecutionState,
  percentOf,
  type Report,
  reportedTasks,
} from './execution.ts'

export type ExecutionBar =
  | { readonly code: 'unknown-goal' }
  | { readonly code: 'foreign-goal'; readonly unit: string }
  | { readonly code: 'unratified-goal'; readonly number: number }
  /** It was exempted, or ended. */
  | { readonly code: 'absent-goal-unit'; readonly unit: string }
  | { readonly code: 'closed-execution'; readonly phase: Phase }

export type ExecutionRefusal =
  | ExecutionBar
  | { readonly code: 'empty-report' }
  | { readonly code: 'unknown-task'; readonly number: number }
  | { readonly code: 'unmeasured-goal'; readonly number: number }
  | { readonly code: 'unreasoned-fall'; readonly from: number; readonly to: number }
  /** In hundredths of the goal's own measure. */
  | { readonly code: 'unreasoned-value-fall'; readonly from: number; readonly to: number }
  | { readonly code: 'unreasoned-statement'; readonly mean: number; readonly to: number }
  | { readonly code: 'repeated-report'; readonly number: number; readonly at: Instant }
  | {
      readonly code: 'followed-report'
      readonly number: number
      readonly percent: number
      readonly name: string
      readonly at: Instant
    }

/** Of a goal that can be counted (Article 12). */
export interface GoalMeasure {
  readonly indicator: string
  readonly unit: string
  /** Hundredths. */
  readonly target: number | null
}

export interface ReportedGoal {
  readonly id: GoalId
  readonly number: number
  readonly unit: UnitId
  readonly unitName: string
  readonly year: number
  readonly inForce: boolean
  /** The unit takes no part (any more). */
  readonly absent?: boolean
  /** Of the goal's own year. */
  readonly phase: Phase
  /** Null where it is described and not counted. */
  readonly measure: GoalMeasure | null
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

/** Why nothing can be reported on this goal now, by whomever. */
export function closedOf(goal: ReportedGoal | undefined): ExecutionBar | undefined {
  if (!goal) return { code: 'unknown-goal' }
  if (goal.absent) return { code: 'absent-goal-unit', unit: goal.unitName }
  if (goal.phase !== 'execution') return { code: 'closed-execution', phase: goal.phase }
  if (!goal.inForce) return { code: 'unratified-goal', number: goal.number }
  return undefined
}

export const reportsFor = (by: Actor, unit: UnitId): boolean =>
  holds(by, 'contact', unit) || holds(by, 'head', unit)

/** Why this person cannot report on this goal now; undefined where nothing bars it. A task's owner may report on that task. */
export function barOf(
  goal: ReportedGoal | undefined,
  by: Actor,
  task?: Pick<Task, 'owner'>,
): ExecutionBar | undefined {
  // A task is a person's own, and no duty that is given away.
  const owns = task?.owner === by.id && by.delegate === undefined
  if (goal && !reportsFor(by, goal.unit) && !owns) return { code: 'foreign-goal', unit: goal.unitName }
  return closedOf(goal)
}

/** What a person says; `percent` is the task's where a task is named, else the goal's. */
export interface Said extends Omit<Report, 'task'> {
  readonly task: number | null
}

/** The contact or the head reports, or a task's owner on that task; figures fall only with a reason. */
export function reportProgress(
  state: ExecutionState,
  said: Said,
  { goal, by, at, seen }: ReportContext,
): Decision<ExecutionEvent, ExecutionRefusal> {
  const task = said.task === null ? undefined : findOpen(state.tasks, said.task)
  const bar = barOf(goal, by, task)
  if (bar || !goal) return refused(bar ?? { code: 'unknown-goal' })
  if (said.task !== null && !task) return refused({ code: 'unknown-task', number: said.task })
  const report = reportOf(state, said)
  const refusal =
    staleness(state, report, goal, { by: by.id, at, seen }) ?? faultOf(state, said, report, task, goal)
  if (refusal) return refused(refusal)
  const { id, unit, year } = goal
  const act = { by: by.id, name: by.name, at }
  return decided<ExecutionEvent>({ type: 'progress.reported', goal: id, unit, year, report, ...act })
}

/** The report with what follows for the goal from its task. */
export function reportOf(state: ExecutionState, said: Said): Report {
  if (said.task === null) return { ...said, task: null }
  const task = { number: said.task, percent: said.percent }
  const mean = meanOf(reportedTasks(state.tasks, { task })) ?? 0
  const percent = standingAfter(state.stated, mean)?.percent ?? mean
  return { ...said, percent, value: null, cost: null, task }
}

function faultOf(
  state: ExecutionState,
  said: Said,
  { value }: Report,
  task: Task | undefined,
  goal: ReportedGoal,
): ExecutionRefusal | undefined {
  if (said.done.trim() === '') return { code: 'empty-report' }
  if (value !== null && goal.measure === null) return { code: 'unmeasured-goal', number: goal.number }
  if (said.reason.trim() !== '') return undefined
  const before = task?.percent ?? percentOf(state)
  if (said.percent < before) return { code: 'unreasoned-fall', from: before, to: said.percent }
  if (value !== null && state.value !== null && value < state.value)
    return { code: 'unreasoned-value-fall', from: state.value, to: value }
  const mean = meanOf(state.tasks)
  const differs = mean !== null && said.percent !== mean && said.percent !== before
  return !task && differs ? { code: 'unreasoned-statement', mean, to: said.percent } : undefined
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

const FIGURES = ['percent', 'value', 'state', 'cost'] as const
const WORDS = ['done', 'next', 'difficulty', 'reason'] as const

function sameReport(one: Report, other: Report): boolean {
  const told = [...FIGURES, ...WORDS].every((name) => one[name] === other[name])
  const sameTask = one.task?.number === other.task?.number && one.task?.percent === other.task?.percent
  return told && sameTask && one.evidence.join() === other.evidence.join()
}
