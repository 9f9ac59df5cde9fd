/** The calendar as a form: eight days, any of which may be left open. */
import * as z from 'zod'
import type { Field, FormSpec } from '../../../cards/kit.ts'
import { isLocalDate, type LocalDate } from '../../kernel/time.ts'
import { type FormValues, formOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findYear, type OpenYear } from '../queries.ts'
import { type Dates, dateFaults, NO_DATES, spanOf } from '../rules/calendar.ts'
import { ALL_EDGES, fieldLabel, fieldName, sayFault } from './say-dates.ts'

const params = z.object({ year: z.int(), seen: z.string().nullable() })

export const calendarForm = formOf({
  name: 'year_calendar',
  params,
  command: 'calendar.plan',
  async spec(db, { year }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
    const [open, last] = await Promise.all([findYear(db, year), findYear(db, year - 1)])
    if (!open) return { refusal: { code: 'unopened-year' } }
    if (open.phase === 'closed') return { refusal: { code: 'closed-calendar', year } }
    return specOf(open, last)
  },
  check: (values, { year }) =>
    dateFaults(datesIn(values), year).map((one) => ({
      name: fieldName(one.phase, one.edge),
      text: sayFault(one),
    })),
  payload: (values, { year, seen }) => ({ year, seen, dates: asJson(datesIn(values)) }),
})

/** Where nothing is planned yet, last year's days a year on stand in the fields as a suggestion. */
function specOf(open: OpenYear, last: OpenYear | undefined): FormSpec {
  const { first, last: end } = spanOf(open.year)
  const present = open.calendar?.dates ?? (last?.calendar ? aYearOn(last.calendar.dates) : NO_DATES)
  const suggested = !open.calendar && last?.calendar !== undefined
  return {
    title: `${open.year}年度日历`,
    intro: `${suggested ? '已按上一年度的日期顺延一年填入，请核对。' : ''}可先填一部分。日期只用来提醒办公室，不会自动开启或关闭阶段。`,
    fields: ALL_EDGES.map(([phase, edge]): Field => {
      const initial = present[phase][edge]
      return {
        ...{ kind: 'date', name: fieldName(phase, edge), label: fieldLabel(phase, edge) },
        ...{ from: first, until: end },
        ...(initial !== null && { initial }),
      }
    }),
    submit: '保存日历',
    back: { show: 'calendar', with: { year: open.year } },
  }
}

function datesIn(values: FormValues): Dates {
  const day = (name: string): LocalDate | null => {
    const value = values[name]
    return typeof value === 'string' && isLocalDate(value) ? value : null
  }
  return eachSpan((phase) => ({ from: day(`${phase}_from`), to: day(`${phase}_to`) }))
}

const aYearOn = (dates: Dates): Dates =>
  eachSpan((phase) => ({ from: yearOn(dates[phase].from), to: yearOn(dates[phase].to) }))

/** 29 February becomes the 28th. */
function yearOn(day: LocalDate | null): LocalDate | null {
  if (day === null) return null
  const same = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return isLocalDate(same) ? same : `${Number(day.slice(0, 4)) + 1}-02-28`
}

const eachSpan = (spanFor: (phase: keyof Dates) => Dates['setting']): Dates => ({
  setting: spanFor('setting'),
  execution: spanFor('execution'),
  assessment: spanFor('assessment'),
  results: spanFor('results'),
})

const asJson = ({ setting, execution, assessment, results }: Dates) => ({
  setting: { ...setting },
  execution: { ...execution },
  assessment: { ...assessment },
  results: { ...results },
})
