/** Reforms: what they did, which wait, what stands in their way, whom they concern. */
import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import { type Database, first } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { GoalMoveTable, ReformTable } from '../../../store/schema/reform.ts'
import type { OpenAdjustment } from '../rules/bars.ts'
import type { ReformKind } from '../rules/wish.ts'

const last = prepared(
  () => sql<{ n: number }>`SELECT count(*) AS n FROM subject WHERE id >= 'reform:' AND id < 'reform;'`,
)

/** Subjects are never taken away, so that no number is given twice. */
export async function nextReformNumber(db: Database): Promise<number> {
  return ((await first(db, last({})))?.n ?? 0) + 1
}

/** A reform in which a unit had a part; `others`: JSON list of the units on its other side, with the names of that day. */
export interface ReformOfUnit extends ReformTable {
  readonly part: 'from' | 'into'
  readonly unit: UnitId
  readonly name: string
  readonly others: string
}

const reformsOf = prepared(
  (_, p: { units: string }) => sql<ReformOfUnit>`
  SELECT reform.*, own.part, own.unit, own.name,
    (SELECT json_group_array(json_object('id', other.unit, 'name', other.name)) FROM reform_unit AS other
      WHERE other.reform = own.reform AND other.part <> own.part) AS others
  FROM reform_unit AS own JOIN reform ON reform.number = own.reform
  WHERE own.unit IN (SELECT value FROM json_each(${p.units})) ORDER BY reform.number DESC, own.part`,
)

/** The latest first. */
export async function listReformsOf(db: Database, units: readonly UnitId[]): Promise<ReformOfUnit[]> {
  return units.length === 0 ? [] : db.all(reformsOf({ units: JSON.stringify(units) }))
}

const movesOf = prepared((db, p: { unit: string }) =>
  db
    .selectFrom('goal_move')
    .selectAll()
    .where('from_unit', '=', p.unit)
    .orderBy('reform')
    .orderBy('from_number'),
)

/** The goals that a unit left to others, by number. */
export async function listMovesFrom(db: Database, unit: UnitId): Promise<GoalMoveTable[]> {
  return db.all(movesOf({ unit }))
}

interface OpenReform {
  readonly number: number
  readonly kind: ReformKind
  readonly document: string
  readonly at: Instant
}

const open = prepared(
  () => sql<OpenReform>`
  SELECT CAST(substr(id, 8) AS INTEGER) AS number, state ->> '$.wish.kind' AS kind,
    state ->> '$.paper.document' AS document, state ->> '$.act.at' AS at
  FROM subject WHERE id >= 'reform:' AND id < 'reform;' AND state ->> '$.status' = 'prepared' ORDER BY at LIMIT 20`,
)

/** Prepared, and neither confirmed nor put away, the oldest first. */
export async function listOpenReforms(db: Database): Promise<OpenReform[]> {
  return db.all(open({}))
}

const concerned = prepared(
  (_, p: { units: string; today: LocalDate }) => sql<{ person: PersonId }>`
  SELECT person FROM role_held WHERE from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today}) AND (
      role = 'office'
      OR (role IN ('head', 'contact') AND scope IN (SELECT value FROM json_each(${p.units})))
      OR (role IN ('working-convenor', 'inspection-convenor', 'assessment-convenor') AND scope IN (
        SELECT group_id FROM team_unit WHERE unit IN (SELECT value FROM json_each(${p.units})))))
  UNION
  SELECT leader FROM unit WHERE leader IS NOT NULL AND id IN (SELECT value FROM json_each(${p.units}))
  ORDER BY 1`,
)

/** Heads, contacts, leaders in charge and convenors of the units, and the office. */
export async function listConcerned(
  db: Database,
  units: readonly UnitId[],
  today: LocalDate,
): Promise<PersonId[]> {
  return (await db.all(concerned({ units: JSON.stringify(units), today }))).map(({ person }) => person)
}

const begunUnits = prepared(
  (_, p: { year: number; units: string }) => sql<{ unit: UnitId }>`
  SELECT unit FROM score WHERE year = ${p.year} AND unit IN (SELECT value FROM json_each(${p.units}))
  UNION SELECT unit FROM unit_account WHERE year = ${p.year} AND unit IN (SELECT value FROM json_each(${p.units}))
  ORDER BY 1`,
)

const openAdjustments = prepared(
  (_, p: { year: number; units: string }) => sql<OpenAdjustment>`
  SELECT unit, number FROM adjustment WHERE year = ${p.year} AND unit IN (SELECT value FROM json_each(${p.units}))
    AND status IN ('draft', 'asked', 'reviewed', 'returned') ORDER BY unit, number`,
)

/** Those of the units whose account or assessment of the year has begun. */
export async function listBegun(db: Database, year: Year, units: readonly UnitId[]): Promise<UnitId[]> {
  return (await db.all(begunUnits({ year, units: JSON.stringify(units) }))).map(({ unit }) => unit)
}

export async function listOpenAdjustments(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<OpenAdjustment[]> {
  return units.length === 0 ? [] : db.all(openAdjustments({ year, units: JSON.stringify(units) }))
}
