import type { Todo, Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { findCurrentYear } from '../queries.ts'
import { dueReminders } from '../rules/calendar.ts'
import { sayReminder } from './say-dates.ts'
import { toldUntil } from './told-until.ts'

/** The office: the phases that were planned to open or close by now. */
export async function calendarTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const open = await findCurrentYear(db)
  if (!open?.calendar || !holds(await getActor(db, viewer), 'office')) return []
  return dueReminders(open, toldUntil(viewer.today)).map((one) => ({
    text: sayReminder(one),
    since: null,
    button: '看阶段',
    action: { send: 'phase', with: { year: open.year } },
  }))
}
