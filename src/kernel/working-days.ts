/**
 * Working days in China: weekends off, with the State Council's holidays and shifted working days as far as the library
 * knows the year; in later years Monday to Friday.
 */
// Node sees one default export where bundlers see names; this works in both.
import chineseDays from 'chinese-days'
import { type LocalDate, plusDays } from './time.ts'

export function isWorkingDay(date: LocalDate): boolean {
  return chineseDays.isWorkday(date)
}

/** The nth working day after a day, whether that is one or not; the day itself for 0. */
export function plusWorkingDays(date: LocalDate, count: number): LocalDate {
  let day = date
  for (let left = count; left > 0; ) {
    day = plusDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** How many working days come after `from`, up to and with `to`; 0 where `to` is no later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (isWorkingDay(day)) count += 1
  return count
}
