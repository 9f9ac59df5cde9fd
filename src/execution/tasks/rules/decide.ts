/** A goal in force is split into tasks, which are changed and ended; every change is on record (Article 18). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import type { Actor } from '../../../organization/rules/actor.ts'
import type { ExecutionEvent, ExecutionState } from '../../rules/execution.ts'
import { barOf, type ExecutionBar, type ReportedGoal } from '../../rules/progress.ts'
import { findOpen, openTasks, type Task, type TaskPlan } from './task.ts'

/** A goal with more is a plan of its own. */
export const MOST_TASKS = 20
export const TITLE_LENGTH = 100
export const LARGEST_SHARE = 1000

export type TaskRefusal =
  | ExecutionBar
  | { readonly code: 'unknown-task'; readonly number: number }
  | { readonly code: 'excessive-tasks'; readonly most: number }
  | { readonly code: 'repeated-task'; readonly title: string }
  | {
      readonly code: 'misdated-task'
      readonly title: string
      readonly from: LocalDate
      readonly to: LocalDate
    }
  | { readonly code: 'changed-tasks' }
  | { readonly code: 'unchanged-task' }
  | { readonly code: 'unreasoned-end' }

export interface TaskContext {
  readonly goal: ReportedGoal | undefined
  readonly by: Actor
  readonly at: Instant
  readonly today: LocalDate
  /** How many tasks the goal had ever had when the tapped card was drawn; undefined where it does not matter. */
  readonly seen: number | undefined
}

export function addTasks(
  state: ExecutionState,
  plans: readonly TaskPlan[],
  { goal, by, at, today, seen }: TaskContext,
): Decision<ExecutionEvent, TaskRefusal> {
  const bar = barOf(goal, by)
  if (bar || !goal) return refused(bar ?? { code: 'unknown-goal' })
  if (seen !== undefined && seen !== state.tasks.length) return refused({ code: 'changed-tasks' })
  const open = openTasks(state.tasks)
  if (open.length + plans.length > MOST_TASKS) return refused({ code: 'excessive-tasks', most: MOST_TASKS })
  const fault = repeated(open, plans) ?? plans.map((plan) => misdated(plan, goal, today)).find(Boolean)
  if (fault) return refused(fault)
  const tasks = plans.map(
    (plan, index): Task => ({ ...plan, number: state.tasks.length + index + 1, percent: 0, status: 'open' }),
  )
  return decided<ExecutionEvent>({ type: 'tasks.added', tasks, ...actOn(goal, by, at) })
}

export function changeTask(
  state: ExecutionState,
  number: number,
  { reason, ...plan }: TaskPlan & { readonly reason: string },
  { goal, by, at, today }: TaskContext,
): Decision<ExecutionEvent, TaskRefusal> {
  const bar = barOf(goal, by)
  if (bar || !goal) return refused(bar ?? { code: 'unknown-goal' })
  const task = findOpen(state.tasks, number)
  if (!task) return refused({ code: 'unknown-task', number })
  const others = openTasks(state.tasks).filter((one) => one.number !== number)
  // A day that has passed meanwhile may stay.
  const fault =
    repeated(others, [plan]) ?? (plan.dueOn === task.dueOn ? undefined : misdated(plan, goal, today))
  if (fault) return refused(fault)
  if (samePlan(task, plan)) return refused({ code: 'unchanged-task' })
  return decided<ExecutionEvent>({
    type: 'task.changed',
    task: { ...task, ...plan },
    reason,
    ...actOn(goal, by, at),
  })
}

export function endTask(
  state: ExecutionState,
  number: number,
  reason: string,
  { goal, by, at }: TaskContext,
): Decision<ExecutionEvent, TaskRefusal> {
  const bar = barOf(goal, by)
  if (bar || !goal) return refused(bar ?? { code: 'unknown-goal' })
  if (!findOpen(state.tasks, number)) return refused({ code: 'unknown-task', number })
  if (reason.trim() === '') return refused({ code: 'unreasoned-end' })
  return decided<ExecutionEvent>({ type: 'task.ended', number, reason, ...actOn(goal, by, at) })
}

const actOn = ({ id, unit, year }: ReportedGoal, by: Actor, at: Instant) => ({
  ...{ goal: id, unit, year, by: by.id, name: by.name, at },
})

function repeated(open: readonly Task[], plans: readonly TaskPlan[]): TaskRefusal | undefined {
  const titles = [...open, ...plans].map(({ title }) => title)
  const title = titles.find((one, position) => titles.indexOf(one) !== position)
  return title === undefined ? undefined : { code: 'repeated-task', title }
}

/** A task is due in the goal's year, and not before today. */
function misdated(
  { title, dueOn }: TaskPlan,
  { year }: ReportedGoal,
  today: LocalDate,
): TaskRefusal | undefined {
  const last: LocalDate = `${year}-12-31`
  const from = today > last ? last : today
  return dueOn < from || dueOn > last ? { code: 'misdated-task', title, from, to: last } : undefined
}

const samePlan = (task: Task, plan: TaskPlan): boolean =>
  (['title', 'owner', 'dueOn', 'share'] as const).every((name) => task[name] === plan[name])
