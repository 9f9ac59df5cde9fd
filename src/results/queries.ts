import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Database, first } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { GateTable, ResultTable } from '../store/schema/results.ts'
import { findSubject } from '../store/subjects.ts'
import { type GateState, UNREPORTED } from './rules/gate.ts'
import { type ResultsState, UNPROPOSED } from './rules/results.ts'

/** The year's results as they stand. */
export async function findResults(db: Database, year: Year): Promise<ResultsState> {
  const row = await findSubject(db, `results:${year}`)
  return row ? (JSON.parse(row.state) as ResultsState) : UNPROPOSED
}

const announced = prepared((db, p: { year: number }) =>
  db.selectFrom('result').select('unit').where('year', '=', p.year).where('announced', '=', 1).limit(1),
)

export async function isAnnounced(db: Database, year: Year): Promise<boolean> {
  return (await first(db, announced({ year }))) !== undefined
}

const ratified = prepared((db, p: { year: number }) =>
  db.selectFrom('result').select('unit').where('year', '=', p.year).limit(1),
)

/** Whether the leading group has ratified the year's results, announced or not. */
export async function isRatified(db: Database, year: Year): Promise<boolean> {
  return (await first(db, ratified({ year }))) !== undefined
}

const results = prepared((db, p: { year: number }) =>
  db
    .selectFrom('result')
    .selectAll()
    .where('year', '=', p.year)
    .orderBy('cohort', 'desc')
    .orderBy('rank')
    .orderBy('unit'),
)

/** Ratified results, the standard regime first, best first. */
export async function listResults(db: Database, year: Year): Promise<ResultTable[]> {
  return db.all(results({ year }))
}

const gates = prepared((db, p: { year: number }) =>
  db.selectFrom('gate').selectAll().where('year', '=', p.year),
)

/** The last word on every unit in every gate area; no row where nothing was said. */
export async function listGates(db: Database, year: Year): Promise<GateTable[]> {
  return db.all(gates({ year }))
}

/** A gate area's reports, with who reported and when. */
export async function findGate(db: Database, year: Year, area: string): Promise<GateState> {
  const row = await findSubject(db, `gate:${year}:${area}`)
  return row ? (JSON.parse(row.state) as GateState) : UNREPORTED
}

const openAppeals = prepared((db, p: { year: number }) =>
  db
    .selectFrom('appeal')
    .select(['unit', 'number'])
    .where('year', '=', p.year)
    .where('status', 'not in', ['draft', 'decided', 'withdrawn']),
)

/** The appeals that were sent and have not ended, one a unit. */
export async function listOpenAppeals(
  db: Database,
  year: Year,
): Promise<{ readonly unit: UnitId; readonly number: number }[]> {
  return db.all(openAppeals({ year }))
}

const gateReporters = prepared(
  (_, p: { today: string }) => sql<{ area: string; person: string; name: string }>`
  SELECT scope AS area, person, person.name AS name FROM role_held JOIN person ON person.id = role_held.person
  WHERE role = 'lead-unit' AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
  ORDER BY scope, person`,
)

/** Who reports on which gate area on a day (Article 31). */
export async function listGateReporters(
  db: Database,
  today: LocalDate,
): Promise<{ readonly area: string; readonly person: PersonId; readonly name: string }[]> {
  return db.all(gateReporters({ today }))
}

const unitPeople = prepared(
  (_, p: { today: string }) => sql<{ unit: string; person: string }>`
  SELECT scope AS unit, person FROM role_held
  WHERE role IN ('contact', 'head') AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
  UNION
  SELECT id, leader FROM unit WHERE leader IS NOT NULL
  ORDER BY 1, 2`,
)

/** Whom a unit's own result concerns: its contacts, heads and leader in charge. */
export async function listUnitPeople(
  db: Database,
  today: LocalDate,
): Promise<{ readonly unit: UnitId; readonly person: PersonId }[]> {
  return db.all(unitPeople({ today }))
}

const decidedAppeal = prepared((db, p: { year: number }) =>
  db.selectFrom('appeal').select('unit').where('year', '=', p.year).where('status', '=', 'decided').limit(1),
)

/** Whether an appeal of the year was decided, which may have changed a score after the results. */
export async function hasDecidedAppeal(db: Database, year: Year): Promise<boolean> {
  return (await first(db, decidedAppeal({ year }))) !== undefined
}
