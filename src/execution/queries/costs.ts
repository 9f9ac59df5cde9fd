import { sql } from 'kysely'
import type { GoalId, UnitId, Year } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import { type Cost, costOf } from '../rules/cost.ts'

/** The last cost so far that was reported on the goal. */
const spentOn = sql`(SELECT cost FROM progress WHERE progress.goal = goal.id AND cost IS NOT NULL ORDER BY progress.id DESC LIMIT 1)`

interface Figures {
  readonly budget: number | null
  readonly spent: number | null
}

const costs = prepared(
  (_, p: { goals: string }) => sql<Figures & { goal: GoalId }>`
  SELECT goal.id AS goal, goal.budget, ${spentOn} AS spent
  FROM json_each(${p.goals}) AS wanted JOIN goal ON goal.id = wanted.value`,
)

/** Budget and spending of each goal (Article 30), in hundredths of a yuan. */
export async function costsOf(db: Database, goals: readonly GoalId[]): Promise<ReadonlyMap<GoalId, Cost>> {
  if (goals.length === 0) return new Map()
  const rows = await db.all(costs({ goals: JSON.stringify(goals) }))
  return new Map(rows.map(({ goal, budget, spent }) => [goal, costOf(budget, spent)]))
}

export interface UnitCost extends Cost {
  readonly unit: UnitId
  /** How many of its goals are over budget. */
  readonly goalsOver: number
}

const ofUnits = prepared(
  (_, p: { year: number; units: string }) => sql<Figures & { unit: UnitId; goalsOver: number }>`
  SELECT unit, sum(budget) AS budget, sum(spent) AS spent, count(CASE WHEN spent > budget THEN 1 END) AS goalsOver
  FROM (SELECT goal.unit, goal.budget, ${spentOn} AS spent FROM goal
    WHERE goal.year = ${p.year} AND goal.status = 'in-force' AND goal.unit IN (SELECT value FROM json_each(${p.units})))
  GROUP BY unit ORDER BY unit`,
)

/** The sums of each unit over its goals in force, by unit number; a goal's spending counts whether it has a budget or not. */
export async function listUnitCosts(db: Database, year: Year, units: readonly UnitId[]): Promise<UnitCost[]> {
  const rows = await db.all(ofUnits({ year, units: JSON.stringify(units) }))
  return rows.map(({ unit, budget, spent, goalsOver }) => ({ unit, goalsOver, ...costOf(budget, spent) }))
}
