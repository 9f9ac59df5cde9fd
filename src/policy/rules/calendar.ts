/** The year's calendar (Article 7, rulebook 2): by when the office means to open and close each phase. It reminds, and moves nothing. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { Year } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { isBefore, PHASE_ORDER } from './reopening.ts'
import { type Signed, signedBy } from './signed.ts'

export type PlannedPhase = Exclude<Phase, 'closed'>
export const PLANNED_PHASES: readonly PlannedPhase[] = ['setting', 'execution', 'assessment', 'results']

export interface Span {
  /** First and last day; null where it is not planned yet. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

export type Dates = { readonly [phase in PlannedPhase]: Span }
export const NO_DATES: Dates = {
  setting: { from: null, to: null },
  execution: { from: null, to: null },
  assessment: { from: null, to: null },
  results: { from: null, to: null },
}

export interface Calendar {
  readonly dates: Dates
  readonly signed: Signed
  /** Of which planned days the office was reminded, so that each is told once. */
  readonly reminded: readonly Reminder[]
}

export interface Reminder {
  readonly phase: PlannedPhase
  readonly edge: 'from' | 'to'
  /** The planned day, not the day of the reminder. */
  readonly day: LocalDate
}

export type CalendarEvent =
  | { readonly type: 'calendar.planned'; readonly dates: Dates; readonly signed: Signed }
  | ({ readonly type: 'calendar.reminded' } & Reminder)

export function evolveCalendar(calendar: Calendar | undefined, event: CalendarEvent): Calendar | undefined {
  switch (event.type) {
    case 'calendar.planned': {
      const { dates, signed } = event
      return { dates, signed, reminded: calendar?.reminded ?? [] }
    }
    case 'calendar.reminded': {
      const { type, ...reminder } = event
      return calendar && { ...calendar, reminded: [...calendar.reminded, reminder] }
    }
    default:
      return never(event)
  }
}

/** What is wrong with one of the days. */
export interface DateFault {
  readonly phase: PlannedPhase
  readonly edge: 'from' | 'to'
  readonly fault: 'outside-span' | 'reversed' | 'overlapping'
}

/** The days in which a year's work can lie: plans are drafted in the last months before it, results come in the year after. */
export const spanOf = (year: Year): { readonly first: LocalDate; readonly last: LocalDate } => ({
  first: `${year - 1}-10-01`,
  last: `${year + 1}-12-31`,
})

/** All faults at once, in the order of the calendar; none where the phases follow one another within a sensible span. */
export function dateFaults(dates: Dates, year: Year): DateFault[] {
  const { first, last } = spanOf(year)
  let latest: LocalDate | null = null
  const faults: DateFault[] = []
  for (const phase of PLANNED_PHASES) {
    const { from, to } = dates[phase]
    const outside = (day: LocalDate | null): boolean => day !== null && (day < first || day > last)
    if (outside(from)) faults.push({ phase, edge: 'from', fault: 'outside-span' })
    else if (from !== null && latest !== null && from <= latest)
      faults.push({ phase, edge: 'from', fault: 'overlapping' })
    if (outside(to)) faults.push({ phase, edge: 'to', fault: 'outside-span' })
    else if (from !== null && to !== null && to < from) faults.push({ phase, edge: 'to', fault: 'reversed' })
    else if (from === null && to !== null && latest !== null && to <= latest)
      faults.push({ phase, edge: 'to', fault: 'overlapping' })
    latest = maxOf(latest, from, to)
  }
  return faults
}

const maxOf = (...days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null)

export type CalendarRefusal =
  | { readonly code: 'office-only' }
  | { readonly code: 'unopened-year' }
  | { readonly code: 'closed-calendar'; readonly year: Year }
  | { readonly code: 'faulty-dates'; readonly faults: readonly DateFault[] }
  | { readonly code: 'unchanged-calendar' }
  | { readonly code: 'stale-calendar'; readonly signed: Signed }
  | { readonly code: 'reminded-already' }
  | { readonly code: 'clock-only' }

interface Planned {
  readonly year: Year
  readonly phase: Phase
  readonly calendar?: Calendar
}

/** `seen`: when the calendar that the office saw was set; null where it saw none. */
export function planCalendar(
  year: Planned | undefined,
  command: { readonly dates: Dates; readonly seen: Instant | null },
  by: Actor,
  at: Instant,
): Decision<CalendarEvent, CalendarRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (!year) return refused({ code: 'unopened-year' })
  if (year.phase === 'closed') return refused({ code: 'closed-calendar', year: year.year })
  const present = year.calendar
  if (present && present.signed.at !== command.seen)
    return refused({ code: 'stale-calendar', signed: present.signed })
  const faults = dateFaults(command.dates, year.year)
  if (faults.length > 0) return refused({ code: 'faulty-dates', faults })
  if (sameDates(present?.dates ?? NO_DATES, command.dates)) return refused({ code: 'unchanged-calendar' })
  return decided<CalendarEvent>({
    type: 'calendar.planned',
    dates: command.dates,
    signed: signedBy(by, at),
  })
}

const sameDates = (one: Dates, other: Dates): boolean =>
  PLANNED_PHASES.every((phase) => one[phase].from === other[phase].from && one[phase].to === other[phase].to)

/** From which day a phase is meant to be open; null where it is open or past, not planned, or the day has come. */
export function opensOn(
  { phase: now, calendar }: Pick<Planned, 'phase' | 'calendar'>,
  phase: Phase,
  today: LocalDate,
): LocalDate | null {
  if (phase === 'closed' || !isBefore(now, phase)) return null
  const from = calendar?.dates[phase].from ?? null
  return from !== null && from > today ? from : null
}

/** What the office should have done by a day: open the next phase, or bring the present one to its end. */
export function dueReminders(
  { phase: now, calendar }: Pick<Planned, 'phase' | 'calendar'>,
  until: LocalDate,
): Reminder[] {
  if (!calendar || now === 'closed') return []
  const next = PHASE_ORDER[PHASE_ORDER.indexOf(now) + 1]
  const edges: readonly (readonly [Phase | undefined, 'from' | 'to'])[] = [
    [now, 'to'],
    [next, 'from'],
  ]
  return edges.flatMap(([phase, edge]) => {
    if (phase === undefined || phase === 'closed') return []
    const day = calendar.dates[phase][edge]
    return day !== null && day <= until ? [{ phase, edge, day }] : []
  })
}

/** Of these the ones that were not told yet. */
export function untold(calendar: Calendar | undefined, reminders: readonly Reminder[]): Reminder[] {
  const told = calendar?.reminded ?? []
  return reminders.filter(
    ({ phase, edge, day }) =>
      !told.some((one) => one.phase === phase && one.edge === edge && one.day === day),
  )
}

/** The clock tells the office once of each planned day. */
export function remindOffice(
  year: Planned | undefined,
  until: LocalDate,
): Decision<CalendarEvent, CalendarRefusal> {
  const due = year ? untold(year.calendar, dueReminders(year, until)) : []
  if (due.length === 0) return refused({ code: 'reminded-already' })
  return decided<CalendarEvent>(...due.map((one) => ({ type: 'calendar.reminded' as const, ...one })))
}
