/** Who holds what, now and later. */
import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { Role } from '../../store/schema/organization.ts'
import type { Holder } from './rules/doubts.ts'

const holdersOf = prepared(
  (_, p: { role: string; scope: string; today: string }) => sql<Holder>`
  SELECT person.id, person.name, role_held.from_on AS "from", role_held.to_on AS "to"
  FROM role_held JOIN person ON person.id = role_held.person
  WHERE role = ${p.role} AND scope = ${p.scope} AND (to_on IS NULL OR (to_on >= ${p.today} AND to_on >= from_on))
  ORDER BY from_on, person.id`,
)

/** Who holds the role on a day or later, the first to begin first. */
export async function listHoldersFrom(
  db: Database,
  role: Role,
  scope: string,
  today: LocalDate,
): Promise<Holder[]> {
  return db.all(holdersOf({ role, scope, today }))
}

export interface HeldRow extends Holder {
  readonly role: Role
  readonly scope: string
  readonly unitName: string
}

const heldIn = prepared(
  (_, p: { scopes: string; roles: string; today: string }) => sql<HeldRow>`
  SELECT person.id, person.name, coalesce(unit.name, '') AS unitName, role, scope,
    role_held.from_on AS "from", role_held.to_on AS "to"
  FROM role_held JOIN person ON person.id = role_held.person LEFT JOIN unit ON unit.id = person.unit
  WHERE scope IN (SELECT value FROM json_each(${p.scopes})) AND role IN (SELECT value FROM json_each(${p.roles}))
    AND (to_on IS NULL OR (to_on >= ${p.today} AND to_on >= from_on))
  ORDER BY scope, role, from_on, person.id LIMIT 2000`,
)

/** Everyone who holds one of the roles of these scopes, now or later. */
export async function listHeldIn(
  db: Database,
  scopes: readonly string[],
  roles: readonly Role[],
  today: LocalDate,
): Promise<HeldRow[]> {
  return db.all(heldIn({ scopes: JSON.stringify(scopes), roles: JSON.stringify(roles), today }))
}

const heldBy = prepared(
  (_, p: { person: string; today: string }) => sql<Omit<HeldRow, 'unitName'>>`
  SELECT person AS id, person AS name, role, scope, from_on AS "from", to_on AS "to" FROM role_held
  WHERE person = ${p.person} AND (to_on IS NULL OR (to_on >= ${p.today} AND to_on >= from_on))
  ORDER BY role, scope`,
)

/** What a person holds, now or later. */
export async function listRolesOf(db: Database, person: PersonId, today: LocalDate) {
  return db.all(heldBy({ person, today }))
}

export interface EndingRow extends Holder {
  readonly role: Role
  readonly scope: string
}

const untold = prepared(
  (_, p: { what: string; first: string; last: string }) => sql<EndingRow>`
  SELECT person.id, person.name, role, scope, role_held.from_on AS "from", role_held.to_on AS "to"
  FROM role_held JOIN person ON person.id = role_held.person
  WHERE role_held.to_on BETWEEN ${p.first} AND ${p.last} AND role_held.from_on <= role_held.to_on
    AND NOT EXISTS (SELECT 1 FROM role_told WHERE role_told.person = role_held.person AND role_told.role = role_held.role
      AND role_told.scope = role_held.scope AND role_told.to_on = role_held.to_on AND role_told.what = ${p.what})
  ORDER BY role_held.to_on, role_held.role, role_held.scope, person.id LIMIT 200`,
)

/** Roles whose last day is in the span and of which it was not told yet, at most 200. */
export async function listUntold(
  db: Database,
  what: 'soon' | 'day',
  { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
): Promise<EndingRow[]> {
  return db.all(untold({ what, first, last }))
}

const endingOn = prepared(
  (_, p: { to: string }) => sql<EndingRow>`
  SELECT person.id, person.name, role, scope, role_held.from_on AS "from", role_held.to_on AS "to"
  FROM role_held JOIN person ON person.id = role_held.person
  WHERE role_held.to_on = ${p.to} AND role_held.from_on <= role_held.to_on
  ORDER BY role_held.role, role_held.scope, person.id LIMIT 200`,
)

/** Roles whose last day it is, at most 200. */
export async function listEndingOn(db: Database, to: LocalDate): Promise<EndingRow[]> {
  return db.all(endingOn({ to }))
}
