import * as z from 'zod'
import { ownTasksCard, type OwnTask as Shown } from '../../../../cards/task-own.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import { type Phases, phaseFor } from '../../../policy/rules/reopening.ts'
import type { Database } from '../../../store/database.ts'
import { listOwnTasks, type OwnTask } from '../../queries/tasks.ts'
import { latestProgress } from '../../queries.ts'
import { executionId } from '../../subject.ts'
import { asCard } from '../../views/told.ts'
import { finishAction, goalLine, reportAction, sayDay, taskName } from '../say-tasks.ts'

const PER_PAGE = 8

/** `my-tasks`: what the person owns, what is still to do first, by due date. */
export const ownTasksView = viewOf({
  name: 'my-tasks',
  params: z.object({ page: z.int().min(0).default(0) }),
  async render(db, { page: wanted }, viewer) {
    const year = await findCurrentYear(db)
    const tasks = year ? await listOwnTasks(db, viewer.inNameOf, year.year) : []
    const { items, turns } = pageOf(tasks, PER_PAGE, wanted, { name: 'my-tasks', params: {} })
    return asCard(
      ownTasksCard({
        title: '我的任务',
        intro: '',
        total: tasks.length,
        left: tasks.filter(({ percent }) => percent < 100).length,
        tasks: await shown(db, items, year, viewer),
        turns,
      }),
    )
  },
})

const ALL = { text: '我的全部任务', action: { send: 'my-tasks', with: {} } } as const

/** `tasks-given`: several tasks of one goal that were given to the viewer in one act, as far as they still are the viewer's. */
export const tasksGivenView = viewOf({
  name: 'tasks-given',
  params: z.object({ goal: z.string(), tasks: z.array(z.int()).max(20) }),
  about: ({ goal }) => executionId(goal),
  async render(db, { goal, tasks: numbers }, viewer) {
    const year = await findCurrentYear(db)
    const own = year ? await listOwnTasks(db, viewer.inNameOf, year.year) : []
    const tasks = own.filter((task) => task.goal === goal && numbers.includes(task.number))
    return asCard(
      ownTasksCard({
        title: '您负责的任务',
        intro: '以下任务由您负责，请按时完成并报进展：',
        total: tasks.length,
        left: tasks.filter(({ percent }) => percent < 100).length,
        tasks: await shown(db, tasks.slice(0, PER_PAGE), year, viewer),
        turns: tasks.length > PER_PAGE ? [ALL] : [],
      }),
    )
  },
})

async function shown(
  db: Database,
  tasks: readonly OwnTask[],
  year: Phases | undefined,
  viewer: Viewer,
): Promise<Shown[]> {
  const goals = [...new Set(tasks.map(({ goal }) => goal))]
  const [latest, actor] = await Promise.all([latestProgress(db, goals), getActor(db, viewer)])
  return tasks.map((task) => {
    const { goal, number, percent } = task
    const reports = year !== undefined && phaseFor(year, task.unit) === 'execution'
    return {
      name: taskName(task.goalNumber, number),
      title: task.title,
      owner: actor.name,
      due: sayDay(task.due_on),
      overdue: percent < 100 && task.due_on < viewer.today,
      part: '',
      percent,
      endedFor: null,
      goal: `${task.unitName} ${goalLine({ number: task.goalNumber, title: task.goalTitle })}`,
      finish: reports && percent < 100 ? finishAction(goal, number, latest.get(goal)?.state) : null,
      report: reports ? reportAction(goal, number) : null,
      open: { send: 'task', with: { goal, task: number } },
    }
  })
}
