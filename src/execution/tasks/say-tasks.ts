/** Tasks in the words of their cards. */
import type { Action } from '../../../cards/kit.ts'
import type { TaskFacts } from '../../../cards/task-words.ts'
import type { GoalId } from '../../kernel/ids.ts'
import { type LocalDate, sayDate } from '../../kernel/time.ts'
import type { ProgressState } from '../../store/schema/execution.ts'
import type { partsOf, Task } from './rules/task.ts'

/** `任务2.1` */
export const taskName = (goal: number, task: number): string => `任务${goal}.${task}`

export const goalLine = ({ number, title }: { readonly number: number; readonly title: string }): string =>
  `目标${number} ${title}`

/** `6月30日`: a task's year is its goal's. */
export const sayDay = (date: LocalDate): string => sayDate(date).slice('2026年'.length)

export function taskFacts(
  task: Task,
  {
    goal,
    parts,
    today,
  }: {
    readonly goal: number
    readonly parts: ReturnType<typeof partsOf>
    readonly today: LocalDate
  },
): TaskFacts {
  const part = parts.get(task.number)
  const open = task.status === 'open'
  return {
    name: taskName(goal, task.number),
    title: task.title,
    owner: task.ownerName,
    due: sayDay(task.dueOn),
    overdue: open && task.percent < 100 && task.dueOn < today,
    part: part === undefined ? '' : `${part}%`,
    percent: task.percent,
    endedFor: open ? null : (task.endedFor ?? ''),
  }
}

/** One tap for a task that is done. `state`: of the goal's last report, which this one does not judge anew. */
export const finishAction = (goal: GoalId, task: number, state: ProgressState | undefined): Action => ({
  do: 'progress.report',
  with: { goal, task, percent: 100, state: state ?? 'on-track', done: '任务已完成' },
})

export const reportAction = (goal: GoalId, task: number): Action => ({
  show: 'form',
  with: { form: 'progress', params: { goal, task } },
})

/** As it would be typed for the goal: what the form is filled with. */
export const lineOf = (goal: number, percent: number | null, done: string): string =>
  `目标${goal} ${percent === null ? '' : `完成${percent}%，`}${done}`
