/**
 * The day on which a stretch of time ends, as people name it for a deadline: `年底`, `上半年`, `三季度末`, `11月`, `月底`.
 * Of a month, 初 is its 5th day, 上旬 its 10th, 月中 its 15th, 中旬 its 20th, 下旬 its last.
 */
import type { LocalDate } from '../../kernel/time.ts'
import { type DayReader, dateOf, lastOf, monthOf, yearNamed, yearOf } from './calendar.ts'
import { withDigits } from './digits.ts'

const YEAR = '(\\d{4}年|今年|本年度?|明年|后年)?'
const PART = '(初|上旬|月中|中旬|中|下旬|底|末)?'
const DAY_OF_PART: { readonly [part: string]: number } = { 初: 5, 上旬: 10, 月中: 15, 中: 15, 中旬: 20 }

const YEAR_END = /^(\d{4}年|今年?|本年?|明年?|后年?)?(?:年度?|度)?[底末]$/
const THIS_YEAR = /^(?:今年|本年度?|年)$/
const HALF = new RegExp(`^${YEAR}([上下])半年[底末]?$`)
const QUARTER = new RegExp(`^${YEAR}(?:第?([1-4])季度?|[qQ]([1-4]))[底末]?$`)
const MONTH = new RegExp(`^${YEAR}(\\d{1,2})月份?${PART}$`)
const NEAR_MONTH = new RegExp(`^(本|这个?|当|下个?)?月份?${PART}$`)

/** Reads the end of a period. One without its year that is over is that of next year. */
export const endOfPeriod: DayReader = (text, today) => {
  const said = withDigits(text)
  for (const read of [yearEnd, half, quarter, month, nearMonth]) {
    const date = read(said, today)
    if (date !== undefined) return date
  }
  return undefined
}

const yearEnd: DayReader = (text, today) => {
  if (THIS_YEAR.test(text)) return dateOf(yearOf(today), 12, 31)
  const parts = YEAR_END.exec(text)
  if (!parts || !text.includes('年')) return undefined
  return dateOf(yearNamed(parts[1], today) ?? yearOf(today), 12, 31)
}

const half: DayReader = (text, today) => {
  const parts = HALF.exec(text)
  return parts ? coming(parts[1], today, (year) => lastOf(year, parts[2] === '上' ? 6 : 12)) : undefined
}

const quarter: DayReader = (text, today) => {
  if (/^本季度?[底末]?$/.test(text)) return lastOf(yearOf(today), Math.ceil(monthOf(today) / 3) * 3)
  const parts = QUARTER.exec(text)
  if (!parts) return undefined
  return coming(parts[1], today, (year) => lastOf(year, Number(parts[2] ?? parts[3]) * 3))
}

const month: DayReader = (text, today) => {
  const parts = MONTH.exec(text)
  const named = Number(parts?.[2])
  if (!parts || named < 1 || named > 12) return undefined
  return coming(parts[1], today, (year) => partOf(year, named, parts[3]))
}

/** `月底`, `下个月初`; a bare 月初 that is over is that of next month. */
const nearMonth: DayReader = (text, today) => {
  const parts = NEAR_MONTH.exec(text)
  if (!parts || (parts[1] === undefined && parts[2] === undefined)) return undefined
  const shift = parts[1]?.startsWith('下') ? 1 : 0
  const date = partOf(yearOf(today), monthOf(today) + shift, parts[2])
  const isOver = parts[1] === undefined && date !== undefined && date < today
  return isOver ? partOf(yearOf(today), monthOf(today) + 1, parts[2]) : date
}

function coming(
  named: string | undefined,
  today: LocalDate,
  inYear: (year: number) => LocalDate | undefined,
): LocalDate | undefined {
  const year = yearNamed(named, today)
  if (year !== undefined) return inYear(year)
  const date = inYear(yearOf(today))
  return date !== undefined && date < today ? inYear(yearOf(today) + 1) : date
}

function partOf(year: number, month: number, part: string | undefined): LocalDate | undefined {
  const last = lastOf(year, month)
  const day = part === undefined ? undefined : DAY_OF_PART[part]
  return day === undefined ? last : dateOf(yearOf(last), monthOf(last), day)
}
