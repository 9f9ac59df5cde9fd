/** What may be drawn, and what it is called. */
import { sql } from 'kysely'
import type { UnitId, Year } from '../../../kernel/ids.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { GoalType } from '../../../store/schema/planning.ts'
import type { Candidate } from '../rules/inspection.ts'

const goalsOf = prepared(
  (_, p: { year: number; units: string; types: string }) => sql<Candidate>`
  SELECT id, unit FROM goal WHERE year = ${p.year} AND status = 'in-force'
    AND unit IN (SELECT value FROM json_each(${p.units})) AND type IN (SELECT value FROM json_each(${p.types}))`,
)

/** The goals in force of these types, each with its unit. */
export async function listCandidateGoals(
  db: Database,
  year: Year,
  units: readonly UnitId[],
  types: readonly GoalType[],
): Promise<Candidate[]> {
  return db.all(goalsOf({ year, units: JSON.stringify(units), types: JSON.stringify(types) }))
}

const unitNames = prepared(
  (_, p: { ids: string }) => sql<{ id: string; name: string }>`
  SELECT id, name FROM unit WHERE id IN (SELECT value FROM json_each(${p.ids}))`,
)

export async function findUnitNames(
  db: Database,
  ids: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, string>> {
  const rows = await db.all(unitNames({ ids: JSON.stringify(ids) }))
  return new Map(rows.map((row) => [row.id, row.name]))
}

export interface NamedGoal {
  readonly id: string
  readonly unit: UnitId
  readonly number: number
  readonly title: string
}

const goalNames = prepared(
  (_, p: { ids: string }) => sql<NamedGoal>`
  SELECT id, unit, number, title FROM goal WHERE id IN (SELECT value FROM json_each(${p.ids}))`,
)

export async function findGoalNames(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedGoal>> {
  const rows = await db.all(goalNames({ ids: JSON.stringify(ids) }))
  return new Map(rows.map((row) => [row.id, row]))
}
