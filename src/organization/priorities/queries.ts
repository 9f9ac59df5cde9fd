import { sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { PriorityTable } from '../../store/schema/organization.ts'

export interface KeptPriority extends PriorityTable {
  /** Of its subject; names what a person has seen. */
  readonly version: number
}

const kept = prepared(
  () => sql<KeptPriority>`
  SELECT priority.id, priority.text, coalesce(subject.version, 0) AS version
  FROM priority LEFT JOIN subject ON subject.id = 'priority:' || priority.id
  WHERE priority.active = 1 ORDER BY priority.id`,
)

/** The priorities that have not ended, by number. */
export async function listKeptPriorities(db: Database): Promise<KeptPriority[]> {
  return db.all(kept({}))
}
