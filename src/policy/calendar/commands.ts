/** `calendar.plan`, by the office; `calendar.remind`, by the clock: it tells the office, and opens nothing (rulebook 7). */
import * as z from 'zod'
import { type Command, command, type View } from '../../kernel/command.ts'
import { refused } from '../../kernel/decision.ts'
import type { PersonId, Year } from '../../kernel/ids.ts'
import { type Instant, isLocalDate, type LocalDate } from '../../kernel/time.ts'
import { getActor, listHolders } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import {
  type CalendarRefusal,
  type Dates,
  PLANNED_PHASES,
  planCalendar,
  remindOffice,
} from '../rules/calendar.ts'
import type { YearEvent, YearState } from '../rules/year.ts'
import { yearId, yearSubject } from '../subject.ts'
import { toldUntil } from './told-until.ts'

export type CalendarDone =
  | { readonly code: 'calendar-planned'; readonly planned: number }
  | { readonly code: 'calendar-reminded'; readonly days: number }

const aDay = z.custom<LocalDate>((text) => typeof text === 'string' && isLocalDate(text)).nullable()
const aSpan = z.object({ from: aDay, to: aDay })
const anInstant = z.custom<Instant>((text) => typeof text === 'string')

const openOf = (state: YearState) => (state.status === 'open' ? state : undefined)
const calendarView = (year: Year): View => ({ name: 'calendar', params: { year } })

export const planCalendarCommand = command<
  { year: number; dates: Dates; seen: Instant | null },
  YearState,
  YearEvent,
  CalendarRefusal,
  { readonly by: Actor },
  CalendarDone
>({
  type: 'calendar.plan',
  payload: z.object({
    year: z.int(),
    dates: z.object({ setting: aSpan, execution: aSpan, assessment: aSpan, results: aSpan }),
    seen: anInstant.nullable(),
  }),
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, _, meta) => ({ by: await getActor(db, meta) }),
  decide: (state, { dates, seen }, { by }, { at }) => planCalendar(openOf(state), { dates, seen }, by, at),
  tell: ({ payload: { year, dates } }) => ({
    answer: {
      done: { code: 'calendar-planned', planned: PLANNED_PHASES.filter((one) => dates[one].from).length },
      show: calendarView(year),
    },
  }),
  onRefusal: ({ code }, { year }) =>
    code === 'stale-calendar' || code === 'unchanged-calendar' ? calendarView(year) : undefined,
})

export const remindCalendarCommand = command<
  { year: number },
  YearState,
  YearEvent,
  CalendarRefusal,
  { readonly office: readonly PersonId[] },
  CalendarDone
>({
  type: 'calendar.remind',
  payload: z.object({ year: z.int() }),
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, _, { today }) => ({
    office: (await listHolders(db, 'office', '', today)).map((one) => one.id),
  }),
  decide: (state, _payload, _context, { by, today }) =>
    by === 'clock' ? remindOffice(openOf(state), toldUntil(today)) : refused({ code: 'clock-only' }),
  tell: ({ payload: { year }, context: { office }, events, version }) => ({
    notices: office.map((to) => ({
      to,
      view: calendarView(year),
      about: yearId(year),
      key: `calendar:${year}:${version}:${to}`,
    })),
    answer: { done: { code: 'calendar-reminded', days: events.length } },
  }),
})

export const calendarCommands: readonly Command[] = [planCalendarCommand, remindCalendarCommand]
