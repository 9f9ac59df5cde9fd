import * as z from 'zod'
import { type TaskCardFacts, taskCard } from '../../../../cards/task.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { executionId } from '../../subject.ts'
import { asCard, told } from '../../views/told.ts'
import { partsOf, type Task } from '../rules/task.ts'
import { finishAction, goalLine, reportAction, taskFacts } from '../say-tasks.ts'
import { findSeenTasks, type SeenTasks } from '../sight.ts'

const GONE = '这个任务已不由您负责，或已不存在。您现在的任务请发送「我的任务」。'

/** `task`: one task as it stands, for its owner and for who sees the unit's progress. */
export const taskView = viewOf({
  name: 'task',
  params: z.object({ goal: z.string(), task: z.int() }),
  about: ({ goal }) => executionId(goal),
  async render(db, { goal, task: number }, viewer) {
    const seen = await findSeenTasks(db, viewer, goal)
    const task = seen?.state.tasks.find((one) => one.number === number)
    return seen && task ? asCard(taskCard(factsOf(seen, task, viewer))) : told('目标任务', GONE)
  },
})

function factsOf(seen: SeenTasks, task: Task, { today, inNameOf }: Viewer): TaskCardFacts {
  const { goal, title, state, manages, reports } = seen
  const place = { goal: goal.id, task: task.number }
  const reporting = reports(task)
  const open = task.status === 'open'
  return {
    ...taskFacts(task, { goal: goal.number, parts: partsOf(state.tasks), today }),
    unit: goal.unitName,
    goal: goalLine({ number: goal.number, title }),
    own: task.owner === inNameOf,
    finish: reporting && task.percent < 100 ? finishAction(goal.id, task.number, state.last?.state) : null,
    report: reporting ? reportAction(goal.id, task.number) : null,
    change: manages && open ? { show: 'form', with: { form: 'task', params: place } } : null,
    end: manages && open ? { show: 'form', with: { form: 'task-end', params: place } } : null,
    all: { show: 'tasks', with: { goal: goal.id } },
  }
}
