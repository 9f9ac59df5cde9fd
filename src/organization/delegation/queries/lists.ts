/** Delegations in lists: what somebody gave and holds, what is to begin, what is over. */
import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { type Database, first } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { DelegationTable } from '../../../store/schema/delegation.ts'
import type { Duties } from '../rules/duty.ts'

const heldOpen = prepared(
  (_, p: { delegate: string; today: string }) => sql<{ held: number }>`
  SELECT count(*) AS held FROM delegation
  WHERE delegate = ${p.delegate} AND to_on >= ${p.today} AND ended_at IS NULL`,
)

/** How many delegations the person holds, today or later. */
export async function countHeld(db: Database, delegate: PersonId, today: LocalDate): Promise<number> {
  return (await first(db, heldOpen({ delegate, today })))?.held ?? 0
}

const toBegin = prepared(
  (_, p: { today: string }) => sql<Pick<DelegationTable, 'principal' | 'number'>>`
  SELECT principal, number FROM delegation
  WHERE ended_at IS NULL AND begun = 0 AND from_on <= ${p.today} AND to_on >= ${p.today}
  ORDER BY from_on, principal LIMIT 200`,
)

/** Those whose first day has come, and whose delegates are still to be told, at most 200. */
export async function listToBegin(db: Database, today: LocalDate) {
  return db.all(toBegin({ today }))
}

const over = prepared(
  (_, p: { today: string }) => sql<Pick<DelegationTable, 'principal' | 'number'>>`
  SELECT principal, number FROM delegation WHERE ended_at IS NULL AND to_on < ${p.today} ORDER BY to_on, principal LIMIT 200`,
)

/** Open delegations whose last day is over, at most 200. */
export async function listOver(db: Database, today: LocalDate) {
  return db.all(over({ today }))
}

const openOf = prepared(
  (_, p: { person: string; today: string }) => sql<Pick<DelegationTable, 'principal' | 'number'>>`
  SELECT principal, number FROM delegation
  WHERE (principal = ${p.person} OR delegate = ${p.person}) AND ended_at IS NULL AND to_on >= ${p.today}
  ORDER BY principal, number`,
)

/** Those that the person gave or holds, and that can still be used, today or later. */
export async function listOpenDelegations(db: Database, person: PersonId, today: LocalDate) {
  return db.all(openOf({ person, today }))
}

export interface ListedDelegation extends DelegationTable {
  readonly principal_name: string
  readonly delegate_name: string
}

const listed = sql`
  SELECT delegation.*, principal.name AS principal_name, delegate.name AS delegate_name
  FROM delegation JOIN person AS principal ON principal.id = delegation.principal
  JOIN person AS delegate ON delegate.id = delegation.delegate`

const concerning = prepared(
  (_, p: { person: string; most: number; skipped: number }) => sql<ListedDelegation>`
  ${listed} WHERE delegation.principal = ${p.person} OR delegation.delegate = ${p.person}
  ORDER BY delegation.ended_at IS NOT NULL, delegation.given_at DESC, delegation.principal, delegation.number
  LIMIT ${p.most} OFFSET ${p.skipped}`,
)

const ofAll = prepared(
  (_, p: { most: number; skipped: number }) => sql<ListedDelegation>`
  ${listed} WHERE delegation.ended_at IS NULL
  ORDER BY delegation.to_on, delegation.principal, delegation.number LIMIT ${p.most} OFFSET ${p.skipped}`,
)

const countConcerning = prepared(
  (_, p: { person: string }) => sql<{ total: number }>`
  SELECT count(*) AS total FROM delegation WHERE principal = ${p.person} OR delegate = ${p.person}`,
)

const countAll = prepared(
  () => sql<{ total: number }>`SELECT count(*) AS total FROM delegation WHERE ended_at IS NULL`,
)

/** A page of what a person gave and holds, the open ones first; for `null` of everybody's open ones, the next to end first. */
export async function listDelegations(
  db: Database,
  person: PersonId | null,
  page: { readonly size: number; readonly number: number },
): Promise<{ readonly total: number; readonly rows: readonly ListedDelegation[] }> {
  const cut = { most: page.size, skipped: page.size * page.number }
  const [counted, rows] = await Promise.all([
    first(db, person === null ? countAll({}) : countConcerning({ person })),
    db.all(person === null ? ofAll(cut) : concerning({ person, ...cut })),
  ])
  return { total: counted?.total ?? 0, rows }
}

/** As in the column `duties`. */
export function dutiesFrom(json: string): Duties {
  const list = JSON.parse(json) as readonly { readonly role: string; readonly scope: string }[]
  return list.some((one) => one.role === 'all') ? 'all' : (list as Exclude<Duties, 'all'>)
}
