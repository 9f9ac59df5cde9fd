/** Days of the calendar, counted and built. */
import { isLocalDate, type LocalDate } from '../../kernel/time.ts'

/** Reads one way of saying a day, from today; undefined where the text is not said that way. */
export type DayReader = (text: string, today: LocalDate) => LocalDate | undefined

/** The last day of a month; months beyond December run into the next year. */
export function lastOf(year: number, month: number): LocalDate {
  return dayOf(Date.UTC(year, month, 0))
}

/** Undefined where there is no such day. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isLocalDate(text) ? text : undefined
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7))

/** The year that is named before a day, as `明年` or `2027年`; undefined where none is. */
export function yearNamed(words: string | undefined, today: LocalDate): number | undefined {
  if (words === undefined || words === '') return undefined
  const figures = /^\d{4}/.exec(words)
  if (figures) return Number(figures[0])
  if (words.startsWith('明')) return yearOf(today) + 1
  return yearOf(today) + (words.startsWith('后') ? 2 : 0)
}

function dayOf(ms: number): LocalDate {
  const text = new Date(ms).toISOString().slice(0, 10)
  if (!isLocalDate(text)) throw new Error(`no date ${text}`)
  return text
}
