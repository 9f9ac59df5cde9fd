/** What is known of a goal in force: its reports, its tasks, and what the group accepted. Subject `execution:<goal>`. */
import { never } from '../../kernel/decision.ts'
import type { GoalId, PersonId, UnitId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import type { ProgressState } from '../../store/schema/execution.ts'
import { heldAfter, meanOf, type Stated, standingAfter, type Task } from '../tasks/rules/task.ts'

export interface Report {
  /** Of the goal, 0-100; where a task was reported, what follows for the goal. */
  readonly percent: number
  /** Of the goal's indicator so far, in hundredths; null where none was said. */
  readonly value: number | null
  readonly state: ProgressState
  readonly done: string
  readonly next: string
  readonly difficulty: string
  /** Why the percent or the value went down, or differs from the tasks; '' where neither. */
  readonly reason: string
  /** Cost so far in hundredths of a yuan (Article 30). */
  readonly cost: number | null
  readonly evidence: readonly string[]
  /** The task that was reported; null for the whole goal. */
  readonly task: { readonly number: number; readonly percent: number } | null
}

export interface Act {
  readonly by: PersonId
  /** Of that day. */
  readonly name: string
  readonly at: Instant
}

export interface Judged extends Act {
  /** Place of the report, from 1. */
  readonly report: number
  readonly verdict: 'accepted' | 'queried'
  /** What the group accepts, which may differ from what was reported; null of a query. */
  readonly percent: number | null
  readonly value: number | null
  readonly words: string
}

export interface ExecutionState {
  readonly reports: number
  readonly last: (Report & Act) | null
  /** The last value that was said, in hundredths. */
  readonly value: number | null
  readonly tasks: readonly Task[]
  readonly stated: Stated | null
  /** The last judgement. */
  readonly judged: Judged | null
}

export const UNREPORTED: ExecutionState = {
  reports: 0,
  last: null,
  value: null,
  tasks: [],
  stated: null,
  judged: null,
}

interface OfGoal extends Act {
  readonly goal: GoalId
  readonly unit: UnitId
  readonly year: number
}

export type ExecutionEvent =
  | ({ readonly type: 'progress.reported'; readonly report: Report } & OfGoal)
  | ({ readonly type: 'progress.judged' } & OfGoal & Omit<Judged, keyof Act>)
  | ({ readonly type: 'tasks.added'; readonly tasks: readonly Task[] } & OfGoal)
  | ({ readonly type: 'task.changed'; readonly task: Task; readonly reason: string } & OfGoal)
  | ({ readonly type: 'task.ended'; readonly number: number; readonly reason: string } & OfGoal)

export const percentOf = ({ last }: ExecutionState): number => last?.percent ?? 0

export function evolveExecution(state: ExecutionState, event: ExecutionEvent): ExecutionState {
  switch (event.type) {
    case 'progress.reported':
      return withReport(state, event)
    case 'progress.judged': {
      const { report, verdict, percent, value, words, by, name, at } = event
      return { ...state, judged: { report, verdict, percent, value, words, by, name, at } }
    }
    case 'tasks.added':
      return withTasks(state, [...state.tasks, ...event.tasks])
    case 'task.changed':
      return withTasks(
        state,
        state.tasks.map((task) => (task.number === event.task.number ? event.task : task)),
      )
    case 'task.ended':
      return withTasks(
        state,
        state.tasks.map((task) =>
          task.number === event.number ? { ...task, status: 'ended', endedFor: event.reason } : task,
        ),
      )
    default:
      return never(event)
  }
}

function withReport(
  state: ExecutionState,
  { report: said, by, name, at }: Extract<ExecutionEvent, { type: 'progress.reported' }>,
): ExecutionState {
  // Reports of before tasks and values were kept name neither.
  const report: Report = { ...said, value: said.value ?? null, task: said.task ?? null }
  const tasks = reportedTasks(state.tasks, report)
  return {
    ...state,
    reports: state.reports + 1,
    last: { ...report, by, name, at },
    value: report.value ?? state.value,
    tasks,
    stated: statedAfter(state, report, tasks),
  }
}

export function reportedTasks(tasks: readonly Task[], { task }: Pick<Report, 'task'>): readonly Task[] {
  if (task === null) return tasks
  return tasks.map((one) => (one.number === task.number ? { ...one, percent: task.percent } : one))
}

function statedAfter(state: ExecutionState, report: Report, tasks: readonly Task[]): Stated | null {
  const mean = meanOf(tasks)
  if (mean === null) return null
  if (report.task !== null) return standingAfter(state.stated, mean)
  return report.percent === mean ? null : { percent: report.percent, above: report.percent > mean }
}

const withTasks = (state: ExecutionState, tasks: readonly Task[]): ExecutionState => ({
  ...state,
  tasks,
  stated: heldAfter(state.stated, percentOf(state), tasks),
})
