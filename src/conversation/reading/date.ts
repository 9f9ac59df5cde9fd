import { isLocalDate, type LocalDate } from '../../kernel/time.ts'
import { withDigits } from './digits.ts'

const DAY_MS = 86_400_000
const BEFORE = /(?:之前|以前|以内|前|内|止)$/
const WEEKDAYS = '一二三四五六日'
const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['今天', 0],
  ['今日', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
  ['大后天', 3],
])

type Reader = (text: string, today: LocalDate) => LocalDate | undefined

/**
 * A day as people say it, read from today: `2026-06-30`, `6月30日`, `月底`, `年底前`, `明天`, `下周五`, `10天后`.
 * A day without its year is the next one that comes. Undefined where it is no day.
 */
export function readDate(text: string, today: LocalDate): LocalDate | undefined {
  const said = text.normalize('NFKC').replace(/\s+/g, '').replace(BEFORE, '')
  for (const read of [nearDay, weekday, endOf, written, later]) {
    const date = read(said, today)
    if (date !== undefined) return date
  }
  return undefined
}

const nearDay: Reader = (text, today) => {
  const days = NEAR_DAYS.get(text)
  return days === undefined ? undefined : plusDays(today, days)
}

const weekday: Reader = (text, today) => {
  const parts = /^(本|这|下)?个?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text)
  if (!parts) return undefined
  const wanted = WEEKDAYS.indexOf(parts[2] === '天' ? '日' : (parts[2] ?? ''))
  const present = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const days = wanted - present + (parts[1] === '下' ? 7 : 0)
  return plusDays(today, parts[1] === undefined && days < 0 ? days + 7 : days)
}

const endOf: Reader = (text, today) => {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  if (/^(?:今|本|今年|本年)?年度?[底末]$/.test(text)) return dateOf(year, 12, 31)
  if (/^明年?年[底末]$/.test(text)) return dateOf(year + 1, 12, 31)
  if (/^本?月(?:底|末)$/.test(text)) return lastOf(year, month)
  if (/^下个?月(?:底|末)$/.test(text)) return lastOf(year, month + 1)
  const parts = /^(?:(\d{4})年)?(\d{1,2})月(?:份)?(?:底|末)?$/.exec(withDigits(text))
  if (!parts) return undefined
  const named = Number(parts[2])
  if (named < 1 || named > 12) return undefined
  if (parts[1] !== undefined) return lastOf(Number(parts[1]), named)
  return lastOf(named < month ? year + 1 : year, named)
}

const written: Reader = (text, today) => {
  const digits = withDigits(text)
  const full =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(digits) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(digits)
  if (full) return dateOf(Number(full[1]), Number(full[2]), Number(full[3]))
  const short = /^(今年|明年)?(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(digits)
  if (!short) return undefined
  const year = Number(today.slice(0, 4)) + (short[1] === '明年' ? 1 : 0)
  const date = dateOf(year, Number(short[2]), Number(short[3]))
  const isPast = date !== undefined && date < today && short[1] === undefined
  return isPast ? dateOf(year + 1, Number(short[2]), Number(short[3])) : date
}

const later: Reader = (text, today) => {
  const parts = /^(\d{1,3})(天|日(?=.*后)|个?周|个?星期|个月)(?:[以之]?后)?$/.exec(withDigits(text))
  if (!parts) return undefined
  const count = Number(parts[1])
  const unit = parts[2] ?? ''
  if (!unit.endsWith('月')) return plusDays(today, count * (/[天日]/.test(unit) ? 1 : 7))
  const last = lastOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)) + count)
  const day = Math.min(Number(today.slice(8, 10)), Number(last.slice(8, 10)))
  return dateOf(Number(last.slice(0, 4)), Number(last.slice(5, 7)), day)
}

function plusDays(date: LocalDate, days: number): LocalDate {
  return dayOf(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS)
}

/** The last day of a month; months beyond December run into the next year. */
function lastOf(year: number, month: number): LocalDate {
  return dayOf(Date.UTC(year, month, 0))
}

function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isLocalDate(text) ? text : undefined
}

function dayOf(ms: number): LocalDate {
  const text = new Date(ms).toISOString().slice(0, 10)
  if (!isLocalDate(text)) throw new Error(`no date ${text}`)
  return text
}
