import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, type LocalDate, plusDays } from '../../src/kernel/time.ts'
import { toldUntil } from '../../src/policy/calendar/told-until.ts'
import {
  type Calendar,
  type Dates,
  dateFaults,
  dueReminders,
  evolveCalendar,
  NO_DATES,
  opensOn,
  PLANNED_PHASES,
  planCalendar,
  remindOffice,
  type Span,
} from '../../src/policy/rules/calendar.ts'
import { openingOf } from '../../src/policy/rules/opening.ts'
import type { Phase } from '../../src/store/schema/policy.ts'

const AT = '2026-01-05T01:00:00.000Z'
const office = {
  ...{ id: 'OF1', name: '王办', title: '', unit: null, leads: [] },
  roles: [{ role: 'office' as const, scope: '' }],
}
const span = (from: LocalDate | null, to: LocalDate | null = null): Span => ({ from, to })
const dates: Dates = {
  setting: span('2026-01-05', '2026-03-01'),
  execution: span('2026-03-02', '2026-11-30'),
  assessment: span('2026-12-01', '2026-12-31'),
  results: span('2027-01-04', '2027-01-29'),
}
const planned = (more: Partial<Calendar> = {}): Calendar => ({
  ...{ dates, reminded: [] },
  signed: { by: 'OF1', name: '王办', at: AT },
  ...more,
})
const year = (phase: Phase, calendar?: Calendar) => ({ year: 2026, phase, ...(calendar && { calendar }) })
const plan = (wanted: Dates, seen: typeof AT | null = null, present?: Calendar) =>
  planCalendar(year('setting', present), { dates: wanted, seen }, office, AT)

describe("the year's calendar (Article 7)", () => {
  it('is planned by the office in one go or piece by piece', () => {
    expect(plan(dates)).toMatchObject({ events: [{ type: 'calendar.planned', dates }] })
    const only = { ...NO_DATES, assessment: span('2026-12-01') }
    expect(plan(only)).toHaveProperty('events')
    expect(plan(NO_DATES)).toEqual({ refusal: { code: 'unchanged-calendar' } })
    const contact = { ...office, roles: [] }
    expect(planCalendar(year('setting'), { dates, seen: null }, contact, AT)).toEqual({
      refusal: { code: 'office-only' },
    })
  })

  it('names all faults at once', () => {
    const wrong: Dates = {
      setting: span('2025-09-30', '2026-03-01'),
      execution: span('2026-03-01', '2026-02-01'),
      assessment: span(null, '2026-01-15'),
      results: span('2028-01-01', '2027-02-30' as LocalDate),
    }
    expect(dateFaults(wrong, 2026)).toEqual([
      { phase: 'setting', edge: 'from', fault: 'outside-span' },
      { phase: 'execution', edge: 'from', fault: 'overlapping' },
      { phase: 'execution', edge: 'to', fault: 'reversed' },
      { phase: 'assessment', edge: 'to', fault: 'overlapping' },
      { phase: 'results', edge: 'from', fault: 'outside-span' },
      { phase: 'results', edge: 'to', fault: 'reversed' },
    ])
  })

  it('lets no plan that another has overtaken through', () => {
    expect(plan(dates, null, planned())).toEqual({
      refusal: { code: 'stale-calendar', signed: planned().signed },
    })
    expect(plan(NO_DATES, AT, planned())).toHaveProperty('events')
  })

  it('finds no fault in phases that follow one another within the span, and some in any that do not', () => {
    const day = fc.integer({ min: 0, max: 820 }).map((n) => plusDays('2025-10-01', n))
    const edges = fc.tuple(...Array.from({ length: 8 }, () => fc.option(day, { nil: null })))
    void fc.assert(
      fc.property(edges, (all) => {
        const wanted = Object.fromEntries(
          PLANNED_PHASES.map((phase, at) => [phase, span(all[2 * at] ?? null, all[2 * at + 1] ?? null)]),
        ) as unknown as Dates
        const given = all.filter((one) => one !== null)
        // Within a phase the same day may be the first and the last; between phases it may not.
        const follows = PLANNED_PHASES.every((phase, at) => {
          const before = all.slice(0, 2 * at).filter((one) => one !== null)
          const { from, to } = wanted[phase]
          const later = [from, to].every((one) => one === null || before.every((other) => other < one))
          return later && (from === null || to === null || from <= to)
        })
        expect(dateFaults(wanted, 2026).length === 0).toBe(follows)
        expect(given.every((one) => one >= '2025-10-01')).toBe(true)
      }),
    )
  })

  it('says from which day a later phase is open, as long as that day is to come', () => {
    const now = year('execution', planned())
    expect(opensOn(now, 'assessment', '2026-11-30')).toBe('2026-12-01')
    expect(opensOn(now, 'assessment', '2026-12-01')).toBeNull()
    expect(opensOn(now, 'execution', '2026-11-30')).toBeNull()
    expect(opensOn(now, 'setting', '2026-01-01')).toBeNull()
    expect(opensOn(year('execution'), 'assessment', '2026-11-30')).toBeNull()
  })

  it('tells who waits for a phase what it waits for', () => {
    const now = year('execution', planned())
    expect(openingOf(now, 'execution', 'assessment', '2026-11-30')).toEqual({
      ...{ phase: 'assessment', how: 'planned', on: '2026-12-01' },
    })
    expect(openingOf(now, 'execution', 'assessment', '2026-12-15')).toEqual({
      ...{ phase: 'assessment', how: 'by-office' },
    })
    // A unit with an earlier phase open again waits for its end.
    expect(openingOf(now, 'setting', 'execution', '2026-06-01')).toEqual({
      ...{ phase: 'execution', how: 'after-reopening' },
    })
    expect(openingOf(now, 'execution', 'setting', '2026-06-01')).toBeNull()
  })

  it('reminds the office once of each day, on the working day or the last one before it, and moves nothing', () => {
    const before = year('execution', planned())
    expect(dueReminders(before, '2026-11-29')).toEqual([])
    const due = remindOffice(before, '2026-12-01')
    expect(due).toEqual({
      events: [
        { type: 'calendar.reminded', phase: 'execution', edge: 'to', day: '2026-11-30' },
        { type: 'calendar.reminded', phase: 'assessment', edge: 'from', day: '2026-12-01' },
      ],
    })
    if (!('events' in due)) throw new Error('refused')
    const told = due.events.reduce(evolveCalendar, before.calendar as Calendar | undefined)
    expect(remindOffice(year('execution', told), '2026-12-10')).toEqual({
      refusal: { code: 'reminded-already' },
    })
    // A new day is a new reminder.
    const moved = { ...dates, assessment: span('2026-12-08') }
    const again = evolveCalendar(told, {
      ...{ type: 'calendar.planned', dates: moved },
      signed: { by: 'OF1', name: '王办', at: instantOf(0) },
    })
    expect(remindOffice(year('execution', again), '2026-12-10')).toMatchObject({
      events: [{ day: '2026-12-08' }],
    })
  })

  it('tells on Friday what falls on the weekend', () => {
    expect(toldUntil('2026-11-27')).toBe('2026-11-29')
    expect(toldUntil('2026-11-26')).toBe('2026-11-26')
  })
})
