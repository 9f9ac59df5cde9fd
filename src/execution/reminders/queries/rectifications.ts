/** Rectifications (Article 20) that the unit has not answered. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { Matter } from '../rules/matter.ts'
import { boundReach, chainOfUnit, type Reach, type Scene } from '../scene.ts'

interface FindingRow {
  readonly id: string
  readonly unit: UnitId
  readonly unit_name: string
  readonly goal_number: number | null
  readonly fact: string
  readonly due_on: LocalDate
}

const unanswered = prepared(
  (_, p: { year: number; every: number; own: string; above: string }) => sql<FindingRow>`
  SELECT finding.id, finding.unit, unit.name AS unit_name, goal.number AS goal_number, finding.fact, finding.due_on
  FROM finding JOIN unit ON unit.id = finding.unit AND unit.active = 1 LEFT JOIN goal ON goal.id = finding.goal
  WHERE finding.status = 'open' AND finding.kind = 'rectification' AND finding.year = ${p.year}
    AND (${p.every} = 1 OR finding.unit IN (SELECT value FROM json_each(${p.own}) UNION SELECT value FROM json_each(${p.above})))
  ORDER BY finding.id`,
)

export async function rectificationMatters(
  db: Database,
  { open, seats }: Scene,
  reach: Reach,
): Promise<Matter[]> {
  if (open.phase === 'closed') return []
  const { every, own, above } = boundReach(reach)
  const rows = await db.all(unanswered({ year: open.year, every, own, above }))
  return rows.map((row) => ({
    kind: 'rectification',
    key: row.id,
    ...{ unit: row.unit, unitName: row.unit_name, dueOn: row.due_on },
    ...{ finding: row.id, goalNumber: row.goal_number, fact: row.fact },
    chain: chainOfUnit(seats, row.unit),
  }))
}
