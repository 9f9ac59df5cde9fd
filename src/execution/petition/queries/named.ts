/** People and units as they are typed, without minding spaces. */
import { sql } from 'kysely'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { PersonTable, UnitTable } from '../../../store/schema/organization.ts'

const peopleNamed = prepared(
  (_, p: { names: string }) => sql<PersonTable>`
  SELECT * FROM person WHERE replace(replace(name, ' ', ''), '　', '') IN (SELECT value FROM json_each(${p.names}))
    OR id IN (SELECT value FROM json_each(${p.names})) LIMIT 200`,
)

/** Everyone on the roster with one of these names (without spaces) or numbers. */
export async function listPeopleNamed(db: Database, names: readonly string[]): Promise<PersonTable[]> {
  return db.all(peopleNamed({ names: JSON.stringify(names) }))
}

const peopleById = prepared(
  (_, p: { ids: string }) => sql<PersonTable>`
  SELECT * FROM person WHERE id IN (SELECT value FROM json_each(${p.ids})) ORDER BY id`,
)

export async function listPeople(db: Database, ids: readonly string[]): Promise<PersonTable[]> {
  return ids.length === 0 ? [] : db.all(peopleById({ ids: JSON.stringify(ids) }))
}

const unitNamed = prepared(
  (_, p: { name: string }) => sql<UnitTable>`
  SELECT * FROM unit WHERE active = 1 AND replace(replace(name, ' ', ''), '　', '') = ${p.name} LIMIT 2`,
)

export async function listUnitsNamed(db: Database, name: string): Promise<UnitTable[]> {
  return db.all(unitNamed({ name }))
}
