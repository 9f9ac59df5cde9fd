/** Open requests for the other cards of a goal, and of many goals at once. */
import type { OpenHelp } from '../../../cards/help-open.ts'
import type { GoalId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { openHelpOf } from '../queries/help.ts'
import { sayOpenHelp } from './say-help.ts'

/** What `openHelpElements` of cards/help-open.ts shows on a goal's card, the oldest first; empty where nothing waits. */
export async function openHelpFacts(db: Database, goal: GoalId, today: LocalDate): Promise<OpenHelp[]> {
  const rows = (await openHelpOf(db, [goal])).get(goal) ?? []
  return rows.map((row) => sayOpenHelp(row, today))
}
