/** The form of one task, new or changed, and of its end. */
import * as z from 'zod'
import type { Field } from '../../../../cards/kit.ts'
import type { Coded } from '../../../kernel/decision.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { formOf, type Viewer } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { barOf } from '../../rules/progress.ts'
import { taskContext } from '../desk.ts'
import { LARGEST_SHARE, TITLE_LENGTH } from '../rules/decide.ts'
import { findOpen, type Task } from '../rules/task.ts'
import { goalLine, taskName } from '../say-tasks.ts'
import { findSeenTasks, type SeenTasks } from '../sight.ts'

async function managed(
  db: Database,
  goal: string,
  viewer: Viewer,
): Promise<SeenTasks | { readonly refusal: Coded }> {
  const [seen, desk] = await Promise.all([
    findSeenTasks(db, viewer, goal),
    taskContext(db, goal, viewer, undefined),
  ])
  const bar = barOf(desk.goal, desk.by)
  return bar || !seen ? { refusal: bar ?? { code: 'unknown-goal' } } : seen
}

export const taskForm = formOf({
  name: 'task',
  params: z.object({ goal: z.string(), task: z.int().nullable() }),
  command: 'task.save',
  async spec(db, { goal: id, task: number }, viewer) {
    const seen = await managed(db, id, viewer)
    if ('refusal' in seen) return seen
    const { goal, title, state } = seen
    const task = number === null ? undefined : findOpen(state.tasks, number)
    if (number !== null && !task) return { refusal: { code: 'unknown-task', number } }
    const name = goalLine({ number: goal.number, title })
    return {
      title: task ? `修改${taskName(goal.number, task.number)}` : `添加任务：${name}`,
      intro: '负责人会收到通知，可自己报任务进展；目标进度按各任务占比计算。',
      fields: fieldsOf(task, goal.year, viewer.today),
      submit: '保存任务',
      back: { show: 'tasks', with: { goal: id } },
    }
  },
  payload: ({ title, owner, dueOn, share, reason }, { goal, task }) => ({
    ...{ goal, task, title: text(title), owner: text(owner), dueOn: text(dueOn) },
    ...{ share: typeof share === 'number' ? share : null, reason: text(reason) },
  }),
})

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function fieldsOf(task: Task | undefined, year: number, today: LocalDate): Field[] {
  const first: LocalDate = `${year}-01-01`
  const soonest = today > first ? today : first
  // A day that has passed meanwhile may stay.
  const from = task && task.dueOn < soonest ? task.dueOn : soonest
  return [
    {
      ...{ kind: 'line', name: 'title', label: '任务名称', required: true, maxLength: TITLE_LENGTH },
      initial: task?.title ?? '',
    },
    {
      ...{ kind: 'line', name: 'owner', label: '负责人', required: true, maxLength: 60 },
      hint: '本单位人员的姓名或工号',
      initial: task ? task.owner : '',
    },
    {
      ...{ kind: 'date', name: 'dueOn', label: '完成时限', required: true, from, until: `${year}-12-31` },
      ...(task && { initial: task.dueOn }),
    },
    {
      ...{ kind: 'number', name: 'share', label: '占比', decimals: 0, min: 1, max: LARGEST_SHARE },
      hint: '与其他任务相比的分量，如 40；不填则与其他任务相当',
      ...(task && { initial: String(task.share) }),
    },
    ...(task ? [{ kind: 'line', name: 'reason', label: '修改原因', maxLength: 200 } as const] : []),
  ]
}

export const taskEndForm = formOf({
  name: 'task-end',
  params: z.object({ goal: z.string(), task: z.int() }),
  command: 'task.end',
  async spec(db, { goal: id, task: number }, viewer) {
    const seen = await managed(db, id, viewer)
    if ('refusal' in seen) return seen
    const task = findOpen(seen.state.tasks, number)
    if (!task) return { refusal: { code: 'unknown-task', number } }
    return {
      title: `结束${taskName(seen.goal.number, number)} ${task.title}`,
      intro: '结束后不再计入目标进度，记录和原因会保留；已完成的任务不需要结束。',
      fields: [{ kind: 'line', name: 'reason', label: '结束原因', required: true, maxLength: 200 }],
      submit: '结束任务',
      back: { show: 'task', with: { goal: id, task: number } },
    }
  },
  payload: ({ reason }, { goal, task }) => ({ goal, task, reason: text(reason) }),
})
