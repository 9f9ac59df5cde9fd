/** 年度日历: the phases with their days, which one is on, what comes next, and the days that matter, for everyone. */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { type CalendarFacts, yearCalendarCard } from '../../../cards/year-calendar.ts'
import { findPlanDeadline } from '../../execution/reminders/queries.ts'
import { daysBetween, isLocalDate, type LocalDate, sayDate } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { findCurrentYear, findYear, type OpenYear } from '../queries.ts'
import { loadReopenings } from '../reopening/list.ts'
import { dueReminders, type PlannedPhase } from '../rules/calendar.ts'
import { PHASE_ORDER } from '../rules/reopening.ts'
import { yearId } from '../subject.ts'
import { sayDates, sayReminder } from './say-dates.ts'
import { toldUntil } from './told-until.ts'

const MOST_REOPENED = 6

export const calendarView = viewOf({
  name: 'calendar',
  ofYear: true,
  params: z.object({ year: z.int().exactOptional() }),
  about: ({ year }) => (year === undefined ? null : yearId(year)),
  async complete(db, asked) {
    const year = asked.year ?? (await findCurrentYear(db))?.year
    return year === undefined ? undefined : { name: 'calendar', params: { year } }
  },
  async render(db, { year }, viewer): Promise<Message> {
    const open = await (year === undefined ? findCurrentYear(db) : findYear(db, year))
    if (!open) {
      const text = '年度还没有开启，请等候领导小组办公室通知。'
      return {
        kind: 'card',
        card: { title: '年度日历', summary: text, elements: [{ tag: 'text', spans: [{ text }] }] },
      }
    }
    return { kind: 'card', card: yearCalendarCard(await factsOf(db, open, viewer)) }
  },
})

async function factsOf(db: Database, open: OpenYear, viewer: Viewer): Promise<CalendarFacts> {
  const { year, phase, calendar } = open
  const { today } = viewer
  const [actor, deadline, reopened] = await Promise.all([
    getActor(db, viewer),
    findPlanDeadline(db, year),
    loadReopenings(db, open, viewer),
  ])
  const office = holds(actor, 'office')
  return {
    ...{ year, phase, office, phases: PHASE_ORDER },
    dates: calendar ? sayDates(calendar.dates) : {},
    planned: calendar ? `由${calendar.signed.name}安排` : '',
    next: nextOf(open, today),
    due: office ? dueReminders(open, toldUntil(today)).map(sayReminder) : [],
    keyDays: [...(deadline ? [keyDay('报送期限', deadline, today)] : []), ...adjustUntil(open, today)],
    reopened: { total: reopened.length, first: reopened.slice(0, MOST_REOPENED) },
    form:
      office && phase !== 'closed'
        ? { form: 'year_calendar', params: { year, seen: calendar?.signed.at ?? null } }
        : null,
  }
}

/** Which phase comes next, and when; null where there is none, or the year is in its last. */
function nextOf({ phase, calendar }: OpenYear, today: LocalDate): CalendarFacts['next'] {
  const next = PHASE_ORDER[PHASE_ORDER.indexOf(phase) + 1]
  if (next === undefined || next === 'closed') return null
  const from = calendar?.dates[next satisfies PlannedPhase].from ?? null
  return { phase: next, when: from === null ? '' : `${sayDate(from)}（${sayAway(from, today)}）` }
}

function sayAway(day: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, day)
  if (days === 0) return '今天'
  return days > 0 ? `还有${days}天` : `已过${-days}天`
}

const keyDay = (label: string, day: LocalDate, today: LocalDate) => ({
  label,
  text: `${sayDate(day)}（${sayAway(day, today)}）`,
})

/** Article 17: the last day on which units ask for an adjustment, where the policy has one. */
function adjustUntil({ year, policy }: OpenYear, today: LocalDate) {
  const until = policy.execution.adjustUntil
  const day = `${year}-${until}`
  return until !== null && isLocalDate(day) ? [keyDay('申请调整截止', day, today)] : []
}
