import type { Todo, Viewer } from '../../kernel/view.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import { isAnyIn, phaseFor } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import { listOwnTasks } from '../queries/tasks.ts'

/** One line for all tasks that the person still has to do, whatever their number. */
export async function ownTasksTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const year = await findCurrentYear(db)
  // A task is a person's own, and no duty that is given away.
  if (!year || !isAnyIn(year, 'execution') || viewer.by !== viewer.inNameOf) return []
  const own = await listOwnTasks(db, viewer.inNameOf, year.year)
  const left = own.filter(({ unit, percent }) => percent < 100 && phaseFor(year, unit) === 'execution')
  if (left.length === 0) return []
  const overdue = left.filter((task) => task.due_on < viewer.today).length
  const late = overdue === 0 ? '' : `，其中 ${overdue} 个已逾期`
  const text = `您负责的任务有 ${left.length} 个未完成${late}`
  return [{ text, since: null, button: '看任务', action: { send: 'my-tasks', with: {} } }]
}
