/** What the clock gives: silence is noted, once, when the days to answer are over. */
import type { Due } from '../../kernel/chapter.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { plusWorkingDays } from '../../kernel/working-days.ts'
import { findCurrentYear, findYear, type OpenYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { listUnanswered } from './queries.ts'

export async function silenceDue(
  db: Database,
  { today }: { readonly today: LocalDate },
): Promise<readonly Due[]> {
  const open = await findCurrentYear(db)
  const last = open && (await findYear(db, open.year - 1))
  const lists = [last, open].map((year) => silentIn(db, year, today))
  return (await Promise.all(lists)).flat()
}

/** Of a year that is over, too: the leading group may have let a unit answer late. */
async function silentIn(db: Database, open: OpenYear | undefined, today: LocalDate): Promise<Due[]> {
  if (!open || open.phase === 'setting' || open.phase === 'execution') return []
  const { year, policy } = open
  const rows = await listUnanswered(db, year, today)
  return rows
    .filter((row) => today > plusWorkingDays(row.from_on, policy.appealDays))
    .map(({ unit, at }) => ({
      command: 'feedback.lapse',
      with: { year, unit },
      cause: `feedback-unanswered:${year}:${unit}:${at}`,
    }))
}
