/** Visits and spot checks. */
import { sql } from 'kysely'
import type { GroupId, UnitId, Year } from '../../../kernel/ids.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { type Database, first } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { InspectionTable } from '../../../store/schema/inspection.ts'
import type { InspectionState } from '../rules/inspection.ts'
import { inspectionSubject } from '../subjects.ts'

export async function findInspection(db: Database, id: string): Promise<InspectionState> {
  return (await foldSubject(db, inspectionSubject, id as `${string}:${string}`)).state
}

const highest = prepared(
  (_, p: { from: string; before: string }) => sql<{ n: number }>`
  SELECT count(*) AS n FROM subject WHERE id >= ${p.from} AND id < ${p.before}`,
)

/** The next free number of the year: subjects are never taken away, so that no number is given twice. */
export async function nextNumber(db: Database, kind: 'inspection' | 'finding', year: Year): Promise<number> {
  const row = await first(db, highest({ from: `${kind}:${year}:`, before: `${kind}:${year};` }))
  return (row?.n ?? 0) + 1
}

const samePlanned = prepared(
  (_, p: { body: string; unit: string; on: string }) => sql<{ id: string }>`
  SELECT id FROM inspection JOIN inspection_unit ON inspection_unit.inspection = inspection.id
  WHERE inspection_unit.unit = ${p.unit} AND body = ${p.body} AND held_on = ${p.on} AND status = 'planned'`,
)

export async function isVisitPlanned(
  db: Database,
  body: GroupId,
  unit: UnitId,
  on: LocalDate,
): Promise<boolean> {
  return (await first(db, samePlanned({ body, unit, on }))) !== undefined
}

/** Whose inspections: everybody's, or those of such bodies or on such units, and every spot check. */
export interface Reach {
  readonly all: boolean
  readonly bodies: readonly GroupId[]
  readonly units: readonly UnitId[]
  readonly checks: boolean
}

export interface ListedInspection extends InspectionTable {
  readonly body_name: string
  /** The first unit's name; null where none is inspected yet. */
  readonly unit_name: string | null
  readonly units: number
}

const listed = prepared(
  (
    _,
    p: { year: number; all: number; bodies: string; units: string; checks: number; kind: string },
  ) => sql<ListedInspection>`
  SELECT inspection.*, team.name AS body_name,
    (SELECT min(unit.name) FROM inspection_unit JOIN unit ON unit.id = inspection_unit.unit
      WHERE inspection_unit.inspection = inspection.id) AS unit_name,
    (SELECT count(*) FROM inspection_unit WHERE inspection_unit.inspection = inspection.id) AS units
  FROM inspection LEFT JOIN team ON team.id = inspection.body
  WHERE inspection.year = ${p.year} AND (${p.kind} = '' OR inspection.kind = ${p.kind})
    AND (${p.all} = 1 OR (${p.checks} = 1 AND inspection.kind = 'check') OR body IN (SELECT value FROM json_each(${p.bodies}))
    OR EXISTS (SELECT 1 FROM inspection_unit JOIN json_each(${p.units}) AS wanted ON wanted.value = inspection_unit.unit
      WHERE inspection_unit.inspection = inspection.id))
  ORDER BY inspection.number DESC LIMIT 1000`,
)

/** The inspections of a year, the newest first. */
export async function listInspections(
  db: Database,
  year: Year,
  { all, bodies, units, checks }: Reach,
  kind: InspectionTable['kind'] | '',
): Promise<ListedInspection[]> {
  const reach = { all: all ? 1 : 0, bodies: JSON.stringify(bodies), units: JSON.stringify(units) }
  return db.all(listed({ year, ...reach, checks: checks ? 1 : 0, kind }))
}

const waiting = prepared(
  (_, p: { status: string; year: number }) => sql<InspectionTable>`
  SELECT * FROM inspection WHERE status = ${p.status} AND year = ${p.year} ORDER BY moved_at LIMIT 100`,
)

/** Visits not made yet, checks that wait for their witness, or checks that were drawn, the oldest first. */
export async function listWaiting(
  db: Database,
  year: Year,
  status: 'planned' | 'stated' | 'drawn',
): Promise<InspectionTable[]> {
  return db.all(waiting({ status, year }))
}
