import { type LocalDate, plusDays } from '../../kernel/time.ts'
import { type DayReader, dateOf, lastOf, monthOf, yearNamed, yearOf } from './calendar.ts'
import { withDigits } from './digits.ts'
import { endOfPeriod } from './period.ts'

const BEFORE = /(?:之前|以前|以内|前|内|止)$/
const UNTIL = /^(?:截至|截止到?|最晚|最迟|不晚于|到|于|在)/
const WEEKDAYS = '一二三四五六日'
const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['今天', 0],
  ['今日', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
  ['大后天', 3],
])

/**
 * A day as people say it, read from today: `2026-06-30`, `6月30日`, `25号`, `月底`, `三季度末`, `年底前`, `明天`, `下周五`,
 * `10天后`. A day without its year is the next one that comes. Undefined where it is no day.
 */
export function readDate(text: string, today: LocalDate): LocalDate | undefined {
  const whole = text.normalize('NFKC').replace(/\s+/g, '').replace(UNTIL, '')
  const inDays = later(whole, today)
  if (inDays !== undefined) return inDays
  const said = whole.replace(BEFORE, '')
  for (const read of [nearDay, weekday, endOfPeriod, written, dayOfMonth]) {
    const date = read(said, today)
    if (date !== undefined) return date
  }
  return undefined
}

const nearDay: DayReader = (text, today) => {
  const days = NEAR_DAYS.get(text)
  return days === undefined ? undefined : plusDays(today, days)
}

/** `下周五`; a week without its day, or 周末, ends on Sunday. */
const weekday: DayReader = (text, today) => {
  const parts = /^(本|这|下下|下)?个?(?:周|星期|礼拜)([一二三四五六日天末底]?)$/.exec(text)
  if (!parts || (parts[1] === undefined && parts[2] === '')) return undefined
  const wanted = /^[一二三四五六]$/.test(parts[2] ?? '') ? WEEKDAYS.indexOf(parts[2] ?? '') : 6
  const present = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks = parts[1] === '下下' ? 2 : parts[1] === '下' ? 1 : 0
  const days = wanted - present + weeks * 7
  return plusDays(today, parts[1] === undefined && days < 0 ? days + 7 : days)
}

const written: DayReader = (text, today) => {
  const digits = withDigits(text)
  const full =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(digits) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(digits)
  if (full) return dateOf(Number(full[1]), Number(full[2]), Number(full[3]))
  const short = /^(今年|本年|明年|后年)?(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(digits)
  if (!short) return undefined
  const year = yearNamed(short[1], today)
  const date = dateOf(year ?? yearOf(today), Number(short[2]), Number(short[3]))
  const isOver = date !== undefined && date < today && year === undefined
  return isOver ? dateOf(yearOf(today) + 1, Number(short[2]), Number(short[3])) : date
}

/** `25号`, `本月25日`, `下个月10号`; one without its month that is over is that of next month. */
const dayOfMonth: DayReader = (text, today) => {
  const parts = /^(?:(本|这个?|下个?)月)?(\d{1,2})[日号]$/.exec(withDigits(text))
  if (!parts) return undefined
  const inMonth = (shift: number): LocalDate | undefined => {
    const month = lastOf(yearOf(today), monthOf(today) + shift)
    return dateOf(yearOf(month), monthOf(month), Number(parts[2]))
  }
  const date = inMonth(parts[1]?.startsWith('下') ? 1 : 0)
  const isOver = parts[1] === undefined && (date === undefined || date < today)
  return isOver ? inMonth(1) : date
}

const later: DayReader = (text, today) => {
  const said = text.replace(/^半个?月/, '15天').replace(/^半年/, '6个月')
  const parts = /^(\d{1,3})(?:(天|个?周|个?星期|个?礼拜|个月)(?:[以之]?[后内])?|(日)[以之]?[后内])$/.exec(
    withDigits(said),
  )
  if (!parts) return undefined
  const count = Number(parts[1])
  const unit = parts[2] ?? parts[3] ?? ''
  if (!unit.endsWith('月')) return plusDays(today, count * (/[天日]/.test(unit) ? 1 : 7))
  const last = lastOf(yearOf(today), monthOf(today) + count)
  const day = Math.min(Number(today.slice(8, 10)), Number(last.slice(8, 10)))
  return dateOf(yearOf(last), monthOf(last), day)
}
