/** What the clock gives: silence is noted, once, when the days to answer are over. */
import type { Due } from '../../kernel/chapter.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { plusWorkingDays } from '../../kernel/working-days.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { listUnanswered } from './queries.ts'

export async function silenceDue(
  db: Database,
  { today }: { readonly today: LocalDate },
): Promise<readonly Due[]> {
  const open = await findCurrentYear(db)
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
