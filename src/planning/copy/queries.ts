import { sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'

interface Named {
  readonly id: string
  readonly name: string
}

const itemsById = prepared(
  (_, p: { ids: string }) => sql<Named>`
  SELECT id, name FROM work_item WHERE id IN (SELECT value FROM json_each(${p.ids})) ORDER BY id`,
)

/** Names of work items, of those that have ended too. */
export async function listItemNames(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.all(itemsById({ ids: JSON.stringify([...new Set(ids)]) }))
  return new Map(rows.map((row) => [row.id, row.name]))
}
