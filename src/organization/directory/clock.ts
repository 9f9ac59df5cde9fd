/** When the office hears of what the platform told: once a day, on a working day, when it has calmed down. */
import type { Due } from '../../kernel/chapter.ts'
import { type Instant, type LocalDate, localHourOf, millisecondsOf } from '../../kernel/time.ts'
import { isWorkingDay } from '../../kernel/working-days.ts'
import type { Database } from '../../store/database.ts'
import { findOutcome } from '../../store/receipts.ts'
import { findUntold } from './queries.ts'

/** A department that moves as a whole sends its events one by one. */
const CALM_MS = 10 * 60_000
/** Whoever never is calm is told all the same. */
const LONGEST_MS = 60 * 60_000
const [FROM_HOUR, UNTIL_HOUR] = [9, 18]

export async function dueNotes(
  db: Database,
  { at, today }: { readonly at: Instant; readonly today: LocalDate },
): Promise<Due[]> {
  const hour = localHourOf(at)
  if (!isWorkingDay(today) || hour < FROM_HOUR || hour >= UNTIL_HOUR) return []
  const untold = await findUntold(db)
  if (untold === undefined) return []
  const since = (moment: Instant): number => millisecondsOf(at) - millisecondsOf(moment)
  if (since(untold.newest) < CALM_MS && since(untold.oldest) < LONGEST_MS) return []
  const cause = `directory-noted:${today}`
  if (await findOutcome(db, [`clock:${cause}`])) return []
  return [{ command: 'directory.tell', with: {}, cause }]
}
