import type { Year } from '../../kernel/ids.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'

/** The year that is being managed; undefined before the first is opened. */
export async function currentYear(db: Database): Promise<Year | undefined> {
  return (await findCurrentYear(db))?.year
}
