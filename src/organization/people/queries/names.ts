import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'

const names = prepared(
  (_, p: { ids: string }) => sql<{ readonly id: PersonId; readonly name: string }>`
  SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(${p.ids}))`,
)

/** Names of people, those who left too. */
export async function listPersonNames(
  db: Database,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const rows = ids.length === 0 ? [] : await db.all(names({ ids: JSON.stringify(ids) }))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
