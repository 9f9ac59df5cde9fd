import type { Todo, Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { findCurrentYear } from '../queries.ts'

/** The office: a year that is over, and none after it. */
export async function newYearTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const open = await findCurrentYear(db)
  if (open?.phase !== 'closed' || !holds(await getActor(db, viewer), 'office')) return []
  return [
    {
      text: `${open.year}年度已结束，可以开启${open.year + 1}年度`,
      since: null,
      button: '去核对',
      action: { send: 'new-year', with: { year: open.year + 1 } },
    },
  ]
}
