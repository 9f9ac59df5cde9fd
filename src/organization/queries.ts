/** Who is who, on a given day. Every query takes the database first. */
import { sql } from 'kysely'
import type { Acting } from '../kernel/acting.ts'
import type { GroupId, PersonId, UnitId } from '../kernel/ids.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { type Database, first } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type {
  GroupKind,
  GroupTable,
  PersonTable,
  PriorityTable,
  Role,
  UnitTable,
  WorkItemTable,
} from '../store/schema/organization.ts'
import { type ActorRow, actorOf, findActorInName } from './delegation/queries.ts'
import type { Actor } from './rules/actor.ts'

const actorById = prepared(
  (_, p: { id: string; today: string }) => sql<ActorRow>`
  SELECT id, name, title, unit,
    (SELECT json_group_array(json_object('role', role, 'scope', scope)) FROM (SELECT role, scope FROM role_held
      WHERE person = ${p.id} AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today}) ORDER BY role, scope)) AS roles,
    (SELECT json_group_array(id) FROM (SELECT id FROM unit WHERE leader = ${p.id} AND active = 1 ORDER BY id)) AS leads
  FROM person WHERE id = ${p.id}`,
)

/**
 * The one in whose name it is acted, with the roles of the day; undefined for a stranger. Where another acts, only with
 * what was given to that person for the day, in one read; with nothing at all where nothing is given.
 */
export async function findActor(db: Database, acting: Acting): Promise<Actor | undefined> {
  const { by, inNameOf, today } = acting
  if (by !== inNameOf) return findActorInName(db, acting)
  const row = await first(db, actorById({ id: inNameOf, today }))
  return row && actorOf(row)
}

/** As `findActor`, for one who was found before. @throws when the person is gone */
export async function getActor(db: Database, acting: Acting): Promise<Actor> {
  const actor = await findActor(db, acting)
  if (!actor) throw new Error(`no person ${acting.inNameOf}`)
  return actor
}

const personByAccount = prepared((db, p: { platform: string; openId: string }) =>
  db
    .selectFrom('account')
    .select('person')
    .where('platform', '=', p.platform)
    .where('open_id', '=', p.openId),
)

export async function findPersonOf(
  db: Database,
  platform: string,
  openId: string,
): Promise<PersonId | undefined> {
  return (await first(db, personByAccount({ platform, openId })))?.person
}

const accountOf = prepared((db, p: { platform: string; person: string }) =>
  db
    .selectFrom('account')
    .select('open_id')
    .where('platform', '=', p.platform)
    .where('person', '=', p.person),
)

export async function findOpenId(
  db: Database,
  platform: string,
  person: PersonId,
): Promise<string | undefined> {
  return (await first(db, accountOf({ platform, person })))?.open_id
}

const holders = prepared(
  (_, p: { role: string; scope: string; today: string }) => sql<PersonTable>`
  SELECT person.* FROM role_held JOIN person ON person.id = role_held.person
  WHERE role = ${p.role} AND scope = ${p.scope} AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
  ORDER BY person.id`,
)

/** Who holds a role on a day. `scope`: a unit, a group or a gate area; '' for the school's own roles. */
export async function listHolders(
  db: Database,
  role: Role,
  scope: string,
  today: LocalDate,
): Promise<PersonTable[]> {
  return db.all(holders({ role, scope, today }))
}

const personById = prepared((db, p: { id: string }) =>
  db.selectFrom('person').selectAll().where('id', '=', p.id),
)

export async function findPerson(
  db: Database,
  id: PersonId,
): Promise<(PersonTable & { readonly ended_on: LocalDate | null }) | undefined> {
  return first(db, personById({ id }))
}

const unitById = prepared((db, p: { id: string }) => db.selectFrom('unit').selectAll().where('id', '=', p.id))

export async function findUnit(db: Database, id: UnitId): Promise<UnitTable | undefined> {
  return first(db, unitById({ id }))
}

const namesOfUnits = prepared(
  (_, p: { ids: string }) => sql<Pick<UnitTable, 'id' | 'name'>>`
  SELECT id, name FROM unit WHERE id IN (SELECT value FROM json_each(${p.ids}))`,
)

/** Names of units, those that take part no more too. */
export async function listUnitNames(db: Database, ids: readonly UnitId[]): Promise<Map<UnitId, string>> {
  const rows = ids.length === 0 ? [] : await db.all(namesOfUnits({ ids: JSON.stringify(ids) }))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const activeUnits = prepared((db) => db.selectFrom('unit').selectAll().where('active', '=', 1).orderBy('id'))

/** Units that take part this year, by number. */
export async function listUnits(db: Database): Promise<UnitTable[]> {
  return db.all(activeUnits({}))
}

const groupOfUnit = prepared(
  (_, p: { unit: string; kind: string }) => sql<GroupTable>`
  SELECT team.* FROM team_unit JOIN team ON team.id = team_unit.group_id
  WHERE team_unit.unit = ${p.unit} AND team.kind = ${p.kind} ORDER BY team.id LIMIT 1`,
)

/** The group of a kind that is in charge of a unit. */
export async function findGroupOf(
  db: Database,
  unit: UnitId,
  kind: GroupKind,
): Promise<GroupTable | undefined> {
  return first(db, groupOfUnit({ unit, kind }))
}

const unitsOfGroup = prepared(
  (_, p: { group: string }) => sql<UnitTable>`
  SELECT unit.* FROM team_unit JOIN unit ON unit.id = team_unit.unit WHERE team_unit.group_id = ${p.group} AND unit.active = 1 ORDER BY unit.id`,
)

export async function listUnitsOfGroup(db: Database, group: GroupId): Promise<UnitTable[]> {
  return db.all(unitsOfGroup({ group }))
}

const priorities = prepared((db) =>
  db.selectFrom('priority').select(['id', 'text']).where('active', '=', 1).orderBy('id'),
)

const everEntered = prepared(
  () => sql<{ kind: 'priority' | 'item'; id: string; text: string }>`
  SELECT 'priority' AS kind, id, text FROM priority UNION ALL SELECT 'item', id, name FROM work_item ORDER BY 1, 2`,
)

/** Priorities and names of work items, those that have ended too: the goals of a year that is over still name them. */
export async function listServedEver(
  db: Database,
): Promise<{ readonly priorities: PriorityTable[]; readonly itemNames: ReadonlyMap<string, string> }> {
  const rows = await db.all(everEntered({}))
  const of = (kind: 'priority' | 'item') => rows.filter((row) => row.kind === kind)
  return {
    priorities: of('priority').map(({ id, text }) => ({ id, text })),
    itemNames: new Map(of('item').map(({ id, text }) => [id, text])),
  }
}

/** 年度工作要点 */
export async function listPriorities(db: Database): Promise<PriorityTable[]> {
  return db.all(priorities({}))
}

const workItems = prepared((db) =>
  db.selectFrom('work_item').select(['id', 'name', 'standard']).where('active', '=', 1).orderBy('id'),
)

/** Work items with their standards (Article 11). */
export async function listWorkItems(db: Database): Promise<WorkItemTable[]> {
  return db.all(workItems({}))
}

export interface OpenRoster {
  /** SHA-256 of the file. */
  readonly roster: string
  readonly name: string
  readonly at: Instant
}

const openRosters = prepared(
  () => sql<OpenRoster>`
  SELECT substr(id, 8) AS roster, state ->> '$.name' AS name, state ->> '$.at' AS at FROM subject
  WHERE id >= 'roster:' AND id < 'roster;' AND state ->> '$.status' = 'read' ORDER BY at LIMIT 20`,
)

/** Rosters that were read and neither applied nor dropped, oldest first. */
export async function listOpenRosters(db: Database): Promise<OpenRoster[]> {
  return db.all(openRosters({}))
}
