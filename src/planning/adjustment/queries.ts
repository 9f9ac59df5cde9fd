/** Adjustments as lists and rules read them (Article 17). */
import { sql } from 'kysely'
import type { GoalId, PersonId, UnitId, Year } from '../../kernel/ids.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { AdjustmentTable, GoalTable } from '../../store/schema/planning.ts'
import type { AdjustmentState } from './rules/adjustment.ts'
import { adjustmentId, adjustmentSubject } from './subject.ts'

export async function findAdjustment(
  db: Database,
  year: Year,
  unit: UnitId,
  number: number,
): Promise<AdjustmentState> {
  return (await foldSubject(db, adjustmentSubject, adjustmentId(year, unit, number))).state
}

export interface Numbers {
  /** The number of the unit's next adjustment; two that take it at once are told apart by the journal's versions. */
  readonly next: number
  /** Of the adjustment that the opened form made already. */
  readonly made: number | null
}

const numbers = prepared(
  (_, p: { year: number; unit: string; opened: string }) => sql<Numbers>`
  SELECT coalesce(max(number), 0) + 1 AS next, max(CASE WHEN opened = ${p.opened} THEN number END) AS made
  FROM adjustment WHERE year = ${p.year} AND unit = ${p.unit}`,
)

/** Both in one read, so that a form that is sent twice at once makes one. */
export async function findNumbers(db: Database, year: Year, unit: UnitId, opened: string): Promise<Numbers> {
  return (await first(db, numbers({ year, unit, opened }))) ?? { next: 1, made: null }
}

const openOfGoal = prepared(
  (_, p: { goal: string }) => sql<{ number: number; by: string }>`
  SELECT adjustment.number, coalesce(person.name, adjustment.asked_by) AS by
  FROM adjustment LEFT JOIN person ON person.id = adjustment.asked_by
  WHERE goal = ${p.goal} AND status IN ('draft', 'asked', 'reviewed', 'returned')`,
)

/** The open adjustment of a goal, and who asked for it; there is one at most. */
export function findOpenAdjustment(
  db: Database,
  goal: GoalId,
): Promise<{ readonly number: number; readonly by: string } | undefined> {
  return first(db, openOfGoal({ goal }))
}

/** Rows on one page of a list. */
export const LIST_PAGE = 10

const listed = prepared(
  (_, p: { year: number; units: string; from: number }) => sql<AdjustmentTable & { total: number }>`
  SELECT adjustment.*, count(*) OVER () AS total FROM adjustment
  WHERE year = ${p.year} AND unit IN (SELECT value FROM json_each(${p.units}))
  ORDER BY status IN ('withdrawn', 'ratified'), moved_at DESC, id LIMIT 10 OFFSET ${p.from}`,
)

/** A page of the units' adjustments, the open ones first, each newest first; and how many there are. */
export async function listAdjustments(
  db: Database,
  year: Year,
  units: readonly UnitId[],
  page: number,
): Promise<{ readonly rows: readonly AdjustmentTable[]; readonly total: number }> {
  const rows = await db.all(listed({ year, units: JSON.stringify(units), from: page * LIST_PAGE }))
  return { rows, total: rows[0]?.total ?? 0 }
}

const pending = prepared(
  (_, p: { year: number; units: string }) => sql<AdjustmentTable>`
  SELECT adjustment.* FROM adjustment
  WHERE year = ${p.year} AND status IN ('draft', 'asked', 'reviewed', 'returned')
    AND unit IN (SELECT value FROM json_each(${p.units}))
    AND NOT EXISTS (SELECT 1 FROM score WHERE score.year = adjustment.year AND score.unit = adjustment.unit)
  ORDER BY moved_at, id LIMIT 200`,
)

/** The units' adjustments that wait for somebody, oldest first, at most 200; none of a unit whose assessment has started. */
export function listPendingAdjustments(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<AdjustmentTable[]> {
  return db.all(pending({ year, units: JSON.stringify(units) }))
}

const answeredBy = (row: AdjustmentTable): readonly PersonId[] => JSON.parse(row.answered) as PersonId[]

/** Whether the member of the leading group has answered on it. */
export const hasAnsweredOn = (row: AdjustmentTable, person: PersonId): boolean =>
  answeredBy(row).includes(person)

const begun = prepared(
  (_, p: { year: number; unit: string }) => sql<{ one: number }>`
  SELECT 1 AS one FROM score WHERE year = ${p.year} AND unit = ${p.unit}`,
)

/** Whether the unit's assessment of the year has started: with the first sheet. */
export async function isAssessmentBegun(db: Database, year: Year, unit: UnitId): Promise<boolean> {
  return (await first(db, begun({ year, unit }))) !== undefined
}

const begunUnits = prepared(
  (_, p: { year: number; units: string }) => sql<{ unit: UnitId }>`
  SELECT unit FROM score WHERE year = ${p.year} AND unit IN (SELECT value FROM json_each(${p.units}))`,
)

/** Those of the units whose assessment of the year has started. */
export async function listBegun(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<ReadonlySet<UnitId>> {
  const rows = await db.all(begunUnits({ year, units: JSON.stringify(units) }))
  return new Set(rows.map((row) => row.unit))
}

export type AdjustedGoal = Pick<GoalTable, 'id' | 'unit' | 'number' | 'title' | 'adjusted'>

const adjusted = prepared(
  (_, p: { year: number; units: string }) => sql<AdjustedGoal>`
  SELECT id, unit, number, title, adjusted FROM goal
  WHERE year = ${p.year} AND unit IN (SELECT value FROM json_each(${p.units})) AND adjusted <> ''
  ORDER BY unit, number LIMIT 2000`,
)

/** The units' goals that were added, changed or cancelled in force, by unit and number. */
export function listAdjustedGoals(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<AdjustedGoal[]> {
  return db.all(adjusted({ year, units: JSON.stringify(units) }))
}
