/** Units with what a reform made of them. */
import { sql } from 'kysely'
import type { PersonId, UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { UnitTable } from '../../../store/schema/organization.ts'

const everyUnit = prepared((db) => db.selectFrom('unit').selectAll().orderBy('id'))

/** All units there ever were, by number. */
export async function listAllUnits(db: Database): Promise<UnitTable[]> {
  return db.all(everyUnit({}))
}

/** The unit meant by its number or whole name; one that takes part before one that does no more. */
export async function findUnitCalled(db: Database, words: string): Promise<UnitTable | undefined> {
  const units = await listAllUnits(db)
  return (
    units.find((unit) => unit.id === words) ??
    units.find((unit) => unit.name === words && unit.active === 1) ??
    units.find((unit) => unit.name === words)
  )
}

const leaders = prepared(
  (_, p: { today: string }) => sql<{ id: PersonId; name: string; title: string }>`
  SELECT id, name, title FROM person WHERE ended_on IS NULL AND id IN (
    SELECT leader FROM unit WHERE active = 1 AND leader IS NOT NULL
    UNION SELECT person FROM role_held WHERE role IN ('chair', 'leading-member')
      AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today}))
  ORDER BY id LIMIT 100`,
)

/** Who may be a unit's leader in charge: who is one of another unit, and the leading group. */
export async function listLeaders(
  db: Database,
  today: LocalDate,
): Promise<{ readonly id: PersonId; readonly name: string; readonly title: string }[]> {
  return db.all(leaders({ today }))
}

export interface ListedUnit extends UnitTable {
  readonly state: 'listed' | 'exempt' | 'ended'
  /** How many reforms it had a part in. */
  readonly reforms: number
}

const listed = prepared(
  () => sql<ListedUnit>`
  SELECT unit.*, coalesce(subject.state ->> '$.status', CASE unit.active WHEN 1 THEN 'listed' ELSE 'ended' END) AS state,
    (SELECT count(DISTINCT reform) FROM reform_unit WHERE reform_unit.unit = unit.id) AS reforms
  FROM unit LEFT JOIN subject ON subject.id = 'unit:' || unit.id ORDER BY unit.id`,
)

/** Every unit with whether it takes part, by number. */
export async function listUnitsWithState(db: Database): Promise<ListedUnit[]> {
  return db.all(listed({}))
}

const peopleOf = prepared(
  (_, p: { unit: string; today: string }) => sql<{ role: 'head' | 'contact'; name: string }>`
  SELECT role, person.name FROM role_held JOIN person ON person.id = role_held.person
  WHERE scope = ${p.unit} AND role IN ('head', 'contact') AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
  ORDER BY role DESC, person.id`,
)

/** Heads and contacts of a day, by name. */
export async function listPeopleOfUnit(
  db: Database,
  unit: UnitId,
  today: LocalDate,
): Promise<{ readonly role: 'head' | 'contact'; readonly name: string }[]> {
  return db.all(peopleOf({ unit, today }))
}

const teamsOf = prepared(
  (_, p: { unit: string }) => sql<{ name: string }>`
  SELECT team.name FROM team_unit JOIN team ON team.id = team_unit.group_id
  WHERE team_unit.unit = ${p.unit} AND team.active = 1 ORDER BY team.kind DESC, team.id`,
)

export async function listTeamsOfUnit(db: Database, unit: UnitId): Promise<string[]> {
  return (await db.all(teamsOf({ unit }))).map(({ name }) => name)
}

export interface ResultOfUnit {
  readonly year: number
  readonly name: string
  /** Hundredths. */
  readonly final: number
  readonly grade: 'excellent' | 'qualified' | 'unqualified'
  readonly rank: number
}

const resultsOf = prepared(
  (_, p: { unit: string }) => sql<ResultOfUnit>`
  SELECT year, name, final, grade, rank FROM result WHERE unit = ${p.unit} AND announced = 1 ORDER BY year DESC`,
)

/** What was announced of it, the latest year first. */
export async function listResultsOfUnit(db: Database, unit: UnitId): Promise<ResultOfUnit[]> {
  return db.all(resultsOf({ unit }))
}
