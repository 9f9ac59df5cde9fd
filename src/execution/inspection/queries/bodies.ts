/** Working groups and inspection teams, their people and units. */
import { sql } from 'kysely'
import type { Acting } from '../../../kernel/acting.ts'
import type { GroupId, PersonId, UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { getActor } from '../../../organization/queries.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { UnitTable } from '../../../store/schema/organization.ts'
import { type Body, type Inspecting, type Inspector, inspectingGroupKind, SEATS } from '../rules/body.ts'
import type { InspectionState } from '../rules/inspection.ts'

const bodiesById = prepared(
  (_, p: { ids: string }) => sql<Body>`
  SELECT id, name, kind FROM team WHERE active = 1 AND kind IN ('working', 'inspection')
    AND id IN (SELECT value FROM json_each(${p.ids})) ORDER BY id`,
)

/** Those of the groups that inspect. */
export async function listBodies(db: Database, ids: readonly GroupId[]): Promise<Body[]> {
  return ids.length === 0 ? [] : db.all(bodiesById({ ids: JSON.stringify(ids) }))
}

const unitsOf = prepared(
  (_, p: { body: string }) => sql<UnitTable>`
  SELECT unit.* FROM team_unit JOIN unit ON unit.id = team_unit.unit
  WHERE team_unit.group_id = ${p.body} AND unit.active = 1 ORDER BY unit.id`,
)

/** The units that the body inspects (Article 20), by number. */
export async function listBodyUnits(db: Database, body: Body): Promise<UnitTable[]> {
  const units = await db.all(unitsOf({ body: body.id }))
  return units.filter((unit) => inspectingGroupKind(unit.kind) === body.kind)
}

interface PersonRow {
  id: string
  name: string
  own: string
}

const peopleOf = prepared(
  (_, p: { body: string; convenor: string; member: string; today: string }) => sql<PersonRow>`
  SELECT person.id, person.name,
    (SELECT json_group_array(unit) FROM (SELECT person.unit AS unit WHERE person.unit IS NOT NULL UNION
      SELECT scope FROM role_held WHERE role_held.person = person.id AND role IN ('contact', 'head')
        AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today}))) AS own
  FROM person WHERE EXISTS (SELECT 1 FROM role_held WHERE role_held.person = person.id
    AND scope = ${p.body} AND role IN (${p.convenor}, ${p.member})
    AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})) ORDER BY person.id`,
)

/** The body's people of the day, each with the own units. */
export async function listInspectors(db: Database, body: Body, today: LocalDate): Promise<Inspector[]> {
  const rows = await db.all(peopleOf({ body: body.id, ...SEATS[body.kind], today }))
  return rows.map(({ id, name, own }) => ({ id, name, own: JSON.parse(own) as UnitId[] }))
}

const ownUnits = prepared(
  (_, p: { people: string; today: string }) => sql<{ unit: UnitId }>`
  SELECT unit FROM person WHERE id IN (SELECT value FROM json_each(${p.people})) AND unit IS NOT NULL
  UNION SELECT scope FROM role_held WHERE person IN (SELECT value FROM json_each(${p.people}))
    AND role IN ('contact', 'head') AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})`,
)

/** The units that these people work in, or are head or contact of. */
async function listOwnUnitsOf(
  db: Database,
  people: readonly PersonId[],
  today: LocalDate,
): Promise<UnitId[]> {
  return (await db.all(ownUnits({ people: JSON.stringify(people), today }))).map((row) => row.unit)
}

/** Who acts, with all the units that neither the person nor a delegate may inspect, whatever was delegated. */
export async function getInspecting(db: Database, acting: Acting): Promise<Inspecting> {
  const [by, own] = await Promise.all([
    getActor(db, acting),
    listOwnUnitsOf(db, [acting.by, acting.inNameOf], acting.today),
  ])
  return { by, own }
}

/** Ids of those who are of the body of an inspection on the day: none of them witnesses its draw. */
export async function listPeopleOf(
  db: Database,
  state: InspectionState,
  today: LocalDate,
): Promise<PersonId[]> {
  if (state.status === 'none') return []
  return (await listInspectors(db, state.plan.body, today)).map((one) => one.id)
}
