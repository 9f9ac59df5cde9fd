import type { LocalDate } from '../../kernel/time.ts'

/** The day before: the last day of what is ended today. */
export function dayBefore(day: LocalDate): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as LocalDate
}
