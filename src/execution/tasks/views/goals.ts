import * as z from 'zod'
import { taskGoalsCard } from '../../../../cards/task-goals.ts'
import { viewOf } from '../../../kernel/view.ts'
import { listGoalsOf, listOwnUnits } from '../../access.ts'
import { countTasks } from '../../queries/tasks.ts'
import { asCard, told } from '../../views/told.ts'
import { goalLine } from '../say-tasks.ts'
import { splitExample } from '../wording.ts'
import { ownTasksView } from './own.ts'
import { tasksView } from './tasks.ts'

const NO_GOALS = '本单位还没有生效的目标。目标经领导小组审定后，即可在这里分解任务。'

/** `task-goals`: 任务, or 任务 2: for contacts and heads their goals, for anybody else the own tasks. */
export const taskGoalsView = viewOf({
  name: 'task-goals',
  params: z.object({ number: z.int().nullable().default(null) }),
  async complete(db, { number }, viewer) {
    const [goal, ...others] = (await listGoalsOf(db, await listOwnUnits(db, viewer))).filter(
      (one) => one.number === number,
    )
    return goal && others.length === 0 ? { name: 'tasks', params: { goal: goal.id } } : undefined
  },
  async render(db, { number }, viewer) {
    const units = await listOwnUnits(db, viewer)
    if (units.length === 0) return ownTasksView.render(db, {}, viewer)
    const all = await listGoalsOf(db, units)
    if (all.length === 0) return told('任务分解', NO_GOALS)
    const named = all.filter((goal) => goal.number === number)
    const [only, ...others] = named
    if (only && others.length === 0) return tasksView.render(db, { goal: only.id }, viewer)
    const goals = named.length > 0 ? named : all
    const counts = await countTasks(
      db,
      goals.map(({ id }) => id),
    )
    const several = units.length > 1
    return asCard(
      taskGoalsCard({
        goals: goals.map((goal) => ({
          name: `${several ? `${goal.unit.name} ` : ''}${goalLine(goal)}`,
          short: `${several ? goal.unit.name : ''}目标${goal.number}`,
          tasks: counts.get(goal.id) ?? 0,
          open: { send: 'tasks', with: { goal: goal.id } },
        })),
        example: splitExample(goals[0]?.number ?? 1),
      }),
    )
  },
})
