import type { LocalDate } from '../../kernel/time.ts'

/** `11月30日` */
export const sayDay = (day: LocalDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** `12月1日至12月10日`; with the years where they differ. */
export function saySpan(from: LocalDate, to: LocalDate): string {
  const withYears = from.slice(0, 4) !== to.slice(0, 4)
  const say = (day: LocalDate): string => (withYears ? `${day.slice(0, 4)}年${sayDay(day)}` : sayDay(day))
  return from === to ? say(from) : `${say(from)}至${say(to)}`
}
