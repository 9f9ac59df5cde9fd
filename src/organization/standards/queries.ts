/** Work items as they are kept, and the changes of their standards. */
import { sql } from 'kysely'
import { type Database, first, type Statement } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { StandardChangeTable, WorkItemTable } from '../../store/schema/organization.ts'

export interface KeptItem extends WorkItemTable {
  /** Of its subject; names what a person has seen. */
  readonly version: number
}

const keptItems = prepared(
  () => sql<KeptItem>`
  SELECT work_item.id, work_item.name, work_item.standard, coalesce(subject.version, 0) AS version
  FROM work_item LEFT JOIN subject ON subject.id = 'work-item:' || work_item.id
  WHERE work_item.active = 1 ORDER BY work_item.id`,
)

/** The work items that have not ended. */
export async function listKeptItems(db: Database): Promise<KeptItem[]> {
  return db.all(keptItems({}))
}

const lastChange = prepared((db, p: { item: string }) =>
  db
    .selectFrom('standard_change')
    .selectAll()
    .where('item', '=', p.item)
    .orderBy('version', 'desc')
    // A literal: the compiled statement has no hole in its limit.
    .limit(1),
)

export async function findLastChange(db: Database, item: string): Promise<StandardChangeTable | undefined> {
  return first(db, lastChange({ item }))
}

export interface ChangeKey {
  readonly item: string
  /** Of the item's subject, after the change. */
  readonly version: number
}

const changes = prepared(
  (_, p: { keys: string }) => sql<StandardChangeTable>`
  SELECT standard_change.* FROM standard_change JOIN json_each(${p.keys}) AS one
    ON item = one.value ->> '$.item' AND version = one.value ->> '$.version' ORDER BY item`,
)

export async function listStandardChanges(
  db: Database,
  keys: readonly ChangeKey[],
): Promise<StandardChangeTable[]> {
  return db.all(changes({ keys: JSON.stringify(keys) }))
}

const insertAll = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO standard_change (item, version, name, before, after, by_name, at)
  SELECT value ->> '$.item', value ->> '$.version', value ->> '$.name', value ->> '$.before', value ->> '$.after',
    value ->> '$.by_name', value ->> '$.at'
  FROM json_each(${p.rows})`,
)

export function insertStandardChanges(rows: readonly StandardChangeTable[]): Statement[] {
  return rows.length === 0 ? [] : [insertAll({ rows: JSON.stringify(rows) })]
}
