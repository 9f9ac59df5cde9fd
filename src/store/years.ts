import { sql } from 'kysely'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { YearTable } from './schema/policy.ts'

const years = prepared(
  () => sql<Pick<YearTable, 'year' | 'current'>>`SELECT year, current FROM year ORDER BY year DESC`,
)

/** All years that were ever opened, the newest first. */
export function listYears(db: Database): Promise<Pick<YearTable, 'year' | 'current'>[]> {
  return db.all(years({}))
}
