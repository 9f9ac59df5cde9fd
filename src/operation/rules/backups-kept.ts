/** Which backups are kept: the last of each of so many days, and of each of eight weeks. */
import { daysBetween, isLocalDate, type LocalDate } from '../../kernel/time.ts'

const KEPT_WEEKS = 8
const NAME = /^mubiao-(\d{4}-\d{2}-\d{2})T(\d{6})\.sqlite$/
/** A Monday. */
const FIRST_MONDAY: LocalDate = '2024-01-01'

/** The name of a backup begun at that local day and time of day (`030000`). */
export const backupName = (day: LocalDate, time: string): string => `mubiao-${day}T${time}.sqlite`

/** The backups that may go, of all names in the folder; what is not named as a backup is nobody's to delete. */
export function backupsToDelete(names: readonly string[], keepDays: number): string[] {
  const backups = names.flatMap((name) => {
    const day = NAME.exec(name)?.[1]
    return day !== undefined && isLocalDate(day) ? [{ name, day }] : []
  })
  const newestFirst = backups.toSorted((a, b) => (a.name < b.name ? 1 : -1))
  const weekOf = (day: LocalDate): string => String(Math.floor(daysBetween(FIRST_MONDAY, day) / 7))
  const kept = new Set([
    ...lastOfEach(newestFirst, (one) => one.day, keepDays),
    ...lastOfEach(newestFirst, (one) => weekOf(one.day), KEPT_WEEKS),
  ])
  return newestFirst.flatMap(({ name }) => (kept.has(name) ? [] : [name]))
}

function lastOfEach<One extends { readonly name: string }>(
  newestFirst: readonly One[],
  spanOf: (one: One) => string,
  most: number,
): string[] {
  const bySpan = new Map<string, string>()
  for (const one of newestFirst) if (!bySpan.has(spanOf(one))) bySpan.set(spanOf(one), one.name)
  return [...bySpan.values()].slice(0, most)
}
