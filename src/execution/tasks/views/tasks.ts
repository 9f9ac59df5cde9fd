import * as z from 'zod'
import { taskListCard } from '../../../../cards/task-list.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { openHelpFacts } from '../../help/open-help.ts'
import { percentOf } from '../../rules/execution.ts'
import { executionId } from '../../subject.ts'
import { asCard, NOT_YOURS, told } from '../../views/told.ts'
import { meanOf, openTasks, partsOf, type Task } from '../rules/task.ts'
import { goalLine, taskFacts } from '../say-tasks.ts'
import { findSeenTasks, type SeenTasks } from '../sight.ts'
import { splitExample } from '../wording.ts'

/** `tasks`: a goal's tasks, for who sees the unit's progress and for their owners (Article 18). */
export const tasksView = viewOf({
  name: 'tasks',
  params: z.object({ goal: z.string() }),
  about: ({ goal }) => executionId(goal),
  async render(db, { goal: id }, viewer) {
    const seen = await findSeenTasks(db, viewer, id)
    if (!seen) return told('任务分解', NOT_YOURS)
    const help = await openHelpFacts(db, id, viewer.today)
    return asCard(taskListCard({ ...listFacts(seen, viewer), help }))
  },
})

function listFacts({ goal, title, state, manages }: SeenTasks, { today }: Viewer) {
  const { tasks } = state
  const parts = partsOf(tasks)
  const open = openTasks(tasks)
  const ended = tasks.filter(({ status }) => status === 'ended')
  const facts = (task: Task) => ({
    ...taskFacts(task, { goal: goal.number, parts, today }),
    open: { send: 'task', with: { goal: goal.id, task: task.number } } as const,
  })
  return {
    unit: goal.unitName,
    goal: goalLine({ number: goal.number, title }),
    percent: percentOf(state),
    mean: meanOf(tasks),
    tasks: [...open, ...ended].map(facts),
    add: manages
      ? ({ show: 'form', with: { form: 'task', params: { goal: goal.id, task: null } } } as const)
      : null,
    example: manages ? splitExample(goal.number) : '',
  }
}
