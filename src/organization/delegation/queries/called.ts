/** People, units and groups by what they are called. */
import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { Found } from '../rules/give.ts'

interface CalledRow {
  readonly id: PersonId
  readonly name: string
  readonly unit: string
}

const called = prepared(
  (_, p: { words: string; today: string }) => sql<CalledRow>`
  SELECT person.id, person.name, coalesce(unit.name, person.title) AS unit
  FROM person LEFT JOIN unit ON unit.id = person.unit
  WHERE (person.id = ${p.words} OR replace(person.name, ' ', '') = replace(${p.words}, ' ', '')) AND (person.ended_on IS NULL OR person.ended_on >= ${p.today})
  ORDER BY person.id <> ${p.words}, person.id LIMIT 9`,
)

/** Somebody in the roster by number or by name; spaces do not count. */
export async function findCalled(db: Database, typed: string, today: LocalDate): Promise<Found> {
  const words = typed.trim()
  const found = await db.all(called({ words, today }))
  const [one, ...others] = found
  if (!one) return { none: words }
  if (one.id === words || others.length === 0) return { person: { id: one.id, name: one.name } }
  return { several: found }
}

const scopeNames = prepared(
  (_, p: { ids: string }) => sql<{ readonly id: string; readonly name: string }>`
  SELECT id, name FROM unit WHERE id IN (SELECT value FROM json_each(${p.ids}))
  UNION SELECT id, name FROM team WHERE id IN (SELECT value FROM json_each(${p.ids}))`,
)

/** Names of units and groups. */
export async function listScopeNames(db: Database, ids: readonly string[]) {
  return ids.length === 0 ? [] : db.all(scopeNames({ ids: JSON.stringify(ids) }))
}
