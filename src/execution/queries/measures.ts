import { sql } from 'kysely'
import type { GoalId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { GoalMeasure } from '../rules/progress.ts'

interface MeasureRow extends GoalMeasure {
  readonly goal: GoalId
}

const measures = prepared(
  (_, p: { goals: string }) => sql<MeasureRow>`
  SELECT planned.value ->> '$.id' AS goal, planned.value ->> '$.content.measure.indicator' AS indicator,
    planned.value ->> '$.content.measure.measureUnit' AS unit, planned.value ->> '$.content.measure.target' AS target
  FROM subject, json_each(subject.state, '$.goals') AS planned
  WHERE subject.id IN (SELECT plan FROM goal WHERE id IN (SELECT value FROM json_each(${p.goals})))
    AND planned.value ->> '$.id' IN (SELECT value FROM json_each(${p.goals}))
    AND planned.value ->> '$.content.measure.kind' = 'quantified'`,
)

/** How the goals are counted, by goal (Article 12); those that are described are left out. */
export async function measuresOf(
  db: Database,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, GoalMeasure>> {
  if (goals.length === 0) return new Map()
  const rows = await db.all(measures({ goals: JSON.stringify(goals) }))
  return new Map(rows.map(({ goal, ...measure }) => [goal, measure]))
}
