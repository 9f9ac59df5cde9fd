/** The year's goals by the priority that they serve, and the priorities that none serves (Article 28). */
import { sql } from 'kysely'
import type { SubjectId, Year } from '../../kernel/ids.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'

export interface ServingGoal {
  readonly priority: string
  /** The unit's name. */
  readonly unit: string
  readonly plan: SubjectId
  readonly number: number
  readonly title: string
}

const serving = prepared(
  (_, p: { year: number; priorities: string }) => sql<ServingGoal>`
  SELECT goal.priority, coalesce(unit.name, goal.unit) AS unit, goal.plan, goal.number, goal.title
  FROM goal LEFT JOIN unit ON unit.id = goal.unit
  WHERE goal.year = ${p.year} AND goal.priority IN (SELECT value FROM json_each(${p.priorities}))
    AND goal.status <> 'cancelled' AND (goal.status IN ('ratified', 'in-force') OR unit.active IS NOT 0)
  ORDER BY goal.priority, goal.unit, goal.number`,
)

/** The key goals that serve these priorities, drafts too, by unit; of units that take part no more only what is ratified. */
export async function listServingGoals(
  db: Database,
  year: Year,
  priorities: readonly string[],
): Promise<ServingGoal[]> {
  return db.all(serving({ year, priorities: JSON.stringify(priorities) }))
}

const unserved = prepared(
  (_, p: { year: number }) => sql<{ count: number }>`
  SELECT count(*) AS count FROM priority WHERE active = 1 AND NOT EXISTS (
    SELECT 1 FROM goal LEFT JOIN unit ON unit.id = goal.unit
    WHERE goal.year = ${p.year} AND goal.priority = priority.id AND goal.status <> 'cancelled'
      AND (goal.status IN ('ratified', 'in-force') OR unit.active IS NOT 0))`,
)

/** How many priorities no goal of the year serves. */
export async function countUnservedPriorities(db: Database, year: Year): Promise<number> {
  return (await first(db, unserved({ year })))?.count ?? 0
}
