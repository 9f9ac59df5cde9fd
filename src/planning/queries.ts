/** Plans and goals as other chapters and the cards see them. */
import { sql } from 'kysely'
import type { GoalId, UnitId, Year } from '../kernel/ids.ts'
import { type Database, first } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { Drafter, GoalStatus, GoalTable, GoalType, PlanTable } from '../store/schema/planning.ts'
import { findSubject } from '../store/subjects.ts'
import type { GoalInForce } from './rules/goal.ts'
import { NEW_PLAN, type PlanState } from './rules/plan.ts'
import { planId } from './subject.ts'

export interface FoundPlan {
  readonly year: Year
  readonly unit: UnitId
  /** 0 where nothing was drafted yet. */
  readonly version: number
  readonly state: PlanState
}

/** A unit's plan; an empty one at version 0 where nothing was drafted yet. */
export async function findPlan(db: Database, year: Year, unit: UnitId): Promise<FoundPlan> {
  const row = await findSubject(db, planId(year, unit))
  if (!row) return { year, unit, version: 0, state: NEW_PLAN }
  return { year, unit, version: row.version, state: JSON.parse(row.state) as PlanState }
}

export interface FoundGoal extends GoalInForce {
  readonly year: Year
  readonly unit: UnitId
  readonly status: GoalStatus
}

const goalById = prepared(
  (_, p: { id: string }) => sql<GoalTable>`
  SELECT goal.*, coalesce(nullif(goal.criterion, ''), work_item.standard, '') AS criterion
  FROM goal LEFT JOIN work_item ON work_item.id = goal.work_item WHERE goal.id = ${p.id}`,
)

/** A goal whatever its status; of a routine goal not yet ratified with today's standard as criterion. */
export async function findGoal(db: Database, id: GoalId): Promise<FoundGoal | undefined> {
  const row = await first(db, goalById({ id }))
  return row && { ...goalOf(row), year: row.year, unit: row.unit, status: row.status }
}

const inForce = prepared((db, p: { year: number; unit: string }) =>
  db
    .selectFrom('goal')
    .selectAll()
    .where('year', '=', p.year)
    .where('unit', '=', p.unit)
    .where('status', '=', 'in-force')
    .orderBy('number'),
)

/** The goals of a unit's plan in force, by number. */
export async function listGoalsInForce(db: Database, year: Year, unit: UnitId): Promise<GoalInForce[]> {
  return (await db.all(inForce({ year, unit }))).map(goalOf)
}

function goalOf(row: GoalTable): GoalInForce {
  const { id, number, type, title, content, measure, criterion, weight } = row
  const goal = { id, number, type, title, content, measure, criterion, dueOn: row.due_on, weight }
  return row.adjusted === '' ? goal : { ...goal, adjusted: row.adjusted }
}

const plansOfYear = prepared((db, p: { year: number }) =>
  db.selectFrom('plan').selectAll().where('year', '=', p.year).orderBy('unit'),
)

/** Every plan of the year that was begun, by unit. */
export async function listPlans(db: Database, year: Year): Promise<PlanTable[]> {
  return db.all(plansOfYear({ year }))
}

export interface GoalCount {
  readonly unit: UnitId
  readonly type: GoalType
  readonly drafter: Drafter
  readonly status: GoalStatus
  readonly count: number
}

const counts = prepared(
  (_, p: { year: number; units: string }) => sql<GoalCount>`
  SELECT unit, type, drafter, status, count(*) AS count FROM goal
  WHERE year = ${p.year} AND unit IN (SELECT value FROM json_each(${p.units})) AND status <> 'cancelled'
  GROUP BY unit, type, drafter, status`,
)

/** How many goals of each type, drafter and status the units have; without the cancelled. */
export async function countGoals(db: Database, year: Year, units: readonly UnitId[]): Promise<GoalCount[]> {
  return db.all(counts({ year, units: JSON.stringify(units) }))
}

const budgets = prepared(
  (_, p: { year: number; units: string }) => sql<{ unit: UnitId; sum: number }>`
  SELECT unit, sum(budget) AS sum FROM goal
  WHERE year = ${p.year} AND unit IN (SELECT value FROM json_each(${p.units})) AND status <> 'cancelled'
  GROUP BY unit HAVING sum(budget) IS NOT NULL`,
)

/** The sum of each unit's budgets in hundredths of a yuan (Article 30); units without any are left out. */
export async function sumBudgets(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, number>> {
  const rows = await db.all(budgets({ year, units: JSON.stringify(units) }))
  return new Map(rows.map((row) => [row.unit, row.sum]))
}

const returnedGoals = prepared(
  (_, p: { year: number; units: string }) => sql<GoalTable>`
  SELECT * FROM goal WHERE year = ${p.year} AND status = 'returned'
    AND unit IN (SELECT value FROM json_each(${p.units})) ORDER BY unit, number`,
)

/** Goals that are back with their drafters. */
export async function listReturnedGoals(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<GoalTable[]> {
  return db.all(returnedGoals({ year, units: JSON.stringify(units) }))
}
