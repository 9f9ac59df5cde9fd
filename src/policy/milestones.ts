import { hasDeliberated } from '../assessment/queries.ts'
import type { Year } from '../kernel/ids.ts'
import { isRatified } from '../results/queries.ts'
import type { Database } from '../store/database.ts'
import { isAnyAssessed, isAnyScored } from './queries.ts'
import type { Milestones } from './rules/catalogue.ts'

/** How far the year has come, as far as the policy's values are held to it. */
export async function reachedMilestones(db: Database, year: Year): Promise<Milestones> {
  const [assessed, deliberated, scored, ratified] = await Promise.all([
    isAnyAssessed(db, year),
    hasDeliberated(db, year),
    isAnyScored(db, year),
    isRatified(db, year),
  ])
  return { assessed, deliberated, scored, ratified }
}
