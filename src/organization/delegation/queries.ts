/** Who acts for whom, on a given day. */
import { sql } from 'kysely'
import type { Acting } from '../../kernel/acting.ts'
import type { PersonId, UnitId } from '../../kernel/ids.ts'
import { type LocalDate, localDateOf } from '../../kernel/time.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { DelegationTable } from '../../store/schema/delegation.ts'
import { type Actor, signedFor } from '../rules/actor.ts'

export interface ActorRow {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly unit: string | null
  readonly roles: string
  readonly leads: string
}

/** A person's row with the roles as JSON. */
export function actorOf({ id, name, title, unit, roles, leads }: ActorRow): Actor {
  return {
    ...{ id, name, title, unit },
    roles: JSON.parse(roles) as Actor['roles'],
    leads: JSON.parse(leads) as Actor['leads'],
  }
}

interface InNameRow extends ActorRow {
  readonly delegate_name: string | null
  readonly delegate_unit: string | null
  readonly delegate_own: string
  readonly barred: string
}

const actorInName = prepared(
  (_, p: { id: string; by: string; today: string }) => sql<InNameRow>`
  WITH given AS (
    SELECT duty.value ->> '$.role' AS role, duty.value ->> '$.scope' AS scope
    FROM delegation, json_each(delegation.duties) AS duty
    WHERE delegation.principal = ${p.id} AND delegation.delegate = ${p.by} AND delegation.ended_at IS NULL
      AND delegation.from_on <= ${p.today} AND delegation.to_on >= ${p.today}
      AND EXISTS (SELECT 1 FROM person WHERE id = ${p.by} AND (ended_on IS NULL OR ended_on >= ${p.today}))
  )
  SELECT principal.id, principal.name, principal.title, principal.unit,
    delegate.name AS delegate_name, delegate.unit AS delegate_unit,
    (SELECT json_group_array(unit) FROM (SELECT delegate.unit AS unit WHERE delegate.unit IS NOT NULL UNION
      SELECT scope FROM role_held WHERE person = ${p.by} AND role IN ('contact', 'head')
        AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today}))) AS delegate_own,
    (SELECT json_group_array(DISTINCT scope) FROM role_held WHERE person = ${p.id} AND role IN ('contact', 'head')
      AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})) AS barred,
    (SELECT json_group_array(json_object('role', role, 'scope', scope)) FROM (SELECT role, scope FROM role_held AS held
      WHERE person = ${p.id} AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
        AND EXISTS (SELECT 1 FROM given WHERE given.role = 'all' OR (given.role = held.role AND given.scope = held.scope))
      ORDER BY role, scope)) AS roles,
    (SELECT json_group_array(id) FROM (SELECT id FROM unit WHERE leader = ${p.id} AND active = 1
        AND EXISTS (SELECT 1 FROM given WHERE given.role IN ('all', 'leader'))
      ORDER BY id)) AS leads
  FROM person AS principal LEFT JOIN person AS delegate ON delegate.id = ${p.by}
  WHERE principal.id = ${p.id}`,
)

/** The principal with no more than the delegate was given for that day, under both names. */
export async function findActorInName(db: Database, acting: Acting): Promise<Actor | undefined> {
  const { by, inNameOf, today } = acting
  const row = await first(db, actorInName({ id: inNameOf, by, today }))
  if (!row) return undefined
  const own = JSON.parse(row.delegate_own) as UnitId[]
  const barred = JSON.parse(row.barred) as UnitId[]
  const delegate = { id: by, name: row.delegate_name ?? by, unit: row.delegate_unit, own, barred }
  return { ...actorOf(row), name: signedFor(row.name, delegate.name), delegate }
}

/** Whether somebody may act for another now, and what to say where not. */
export type Standing = { readonly name: string } & (
  | { readonly status: 'live'; readonly until: LocalDate }
  | { readonly status: 'later'; readonly from: LocalDate }
  | { readonly status: 'over'; readonly last: LocalDate }
  | { readonly status: 'none' }
)

type SpanRow = Pick<DelegationTable, 'from_on' | 'to_on' | 'ended_at'>

const spansBetween = prepared(
  (_, p: { principal: string; delegate: string }) => sql<SpanRow & { readonly name: string }>`
  SELECT person.name, delegation.from_on, delegation.to_on, delegation.ended_at
  FROM person LEFT JOIN delegation ON delegation.principal = person.id AND delegation.delegate = ${p.delegate}
  WHERE person.id = ${p.principal} ORDER BY delegation.to_on DESC LIMIT 50`,
)

/** How `by` stands to the one in whose name it is to be acted; undefined where nobody is called so. */
export async function findStanding(
  db: Database,
  { by, inNameOf, today }: Acting,
): Promise<Standing | undefined> {
  const rows = await db.all(spansBetween({ principal: inNameOf, delegate: by }))
  const name = rows[0]?.name
  // The join leaves the columns empty where nothing was ever given.
  return name === undefined
    ? undefined
    : standingOf(
        name,
        rows.filter((row) => row.from_on !== null),
        today,
      )
}

function standingOf(name: string, spans: readonly SpanRow[], today: LocalDate): Standing {
  const open = spans.filter((one) => one.ended_at === null && one.to_on >= today)
  const [live] = open.filter((one) => one.from_on <= today)
  if (live) return { name, status: 'live', until: live.to_on }
  const later = open.at(-1)
  if (later) return { name, status: 'later', from: later.from_on }
  const [last] = spans.map(lastDay).toSorted().toReversed()
  return last ? { name, status: 'over', last } : { name, status: 'none' }
}

/** Its last day as it came to be: the day on which it was ended early, or the one that was said. */
function lastDay({ to_on, ended_at }: SpanRow): LocalDate {
  const ended = ended_at === null ? to_on : localDateOf(ended_at)
  return ended < to_on ? ended : to_on
}

export interface Principal {
  readonly id: PersonId
  readonly name: string
  readonly title: string
  readonly unit: string
  /** 1 while the delegation holds. */
  readonly live: 0 | 1
}

const principalsOf = prepared(
  (_, p: { delegate: string; today: string }) => sql<Principal>`
  SELECT person.id, person.name, person.title, coalesce(unit.name, '') AS unit,
    max(delegation.ended_at IS NULL AND delegation.from_on <= ${p.today} AND delegation.to_on >= ${p.today}) AS live
  FROM delegation JOIN person ON person.id = delegation.principal LEFT JOIN unit ON unit.id = person.unit
  WHERE delegation.delegate = ${p.delegate}
  GROUP BY person.id ORDER BY live DESC, max(delegation.to_on) DESC, person.id LIMIT 60`,
)

/** Those for whom the person acts today, then those for whom it was or will be so. */
export async function listPrincipals(
  db: Database,
  delegate: PersonId,
  today: LocalDate,
): Promise<Principal[]> {
  return db.all(principalsOf({ delegate, today }))
}
