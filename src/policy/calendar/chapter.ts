import type { Chapter, Due } from '../../kernel/chapter.ts'
import { type Instant, type LocalDate, localHourOf } from '../../kernel/time.ts'
import { isWorkingDay } from '../../kernel/working-days.ts'
import type { Database } from '../../store/database.ts'
import { findCurrentYear } from '../queries.ts'
import { dueReminders, untold } from '../rules/calendar.ts'
import { calendarCommands } from './commands.ts'
import { calendarForm } from './form.ts'
import { calendarTodo } from './todo.ts'
import { toldUntil } from './told-until.ts'
import { calendarView } from './view.ts'
import { calendarWording } from './wording.ts'

/** By when the year's phases are meant to be opened and closed (Article 7, rulebook 2). */
export const calendar: Chapter = {
  name: 'calendar',
  commands: calendarCommands,
  views: [calendarView],
  forms: [calendarForm],
  intents: [
    {
      words: ['年度日历', '日历', '时间安排'],
      help: '查看各阶段的计划日期和接下来的安排',
      opens: (rest) => (rest === '' ? { send: 'calendar', with: {} } : undefined),
    },
  ],
  todo: calendarTodo,
  due: calendarDue,
  wording: calendarWording,
}

/** In the hours in which digests are sent, on working days; once for what falls due. */
async function calendarDue(
  db: Database,
  { at, today }: { readonly at: Instant; readonly today: LocalDate },
): Promise<Due[]> {
  const hour = localHourOf(at)
  const open = await findCurrentYear(db)
  if (!open?.calendar || !isWorkingDay(today)) return []
  const { digestHour, digestUntil } = open.policy.execution
  if (hour < digestHour || hour >= digestUntil) return []
  const due = untold(open.calendar, dueReminders(open, toldUntil(today)))
  if (due.length === 0) return []
  const days = due.map(({ phase, edge, day }) => `${phase}-${edge}-${day}`).join(':')
  return [{ command: 'calendar.remind', with: { year: open.year }, cause: `calendar:${open.year}:${days}` }]
}
