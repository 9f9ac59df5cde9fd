import { sql } from 'kysely'
import type { Year } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { Explainable } from './readers.ts'

export interface ScoredPlace extends Explainable {
  readonly name: string
}

const placesScored = prepared(
  (_, p: { year: number }) => sql<ScoredPlace>`
  SELECT unit.id, unit.name, unit.leader, min(team.id) AS "group"
  FROM score JOIN unit ON unit.id = score.unit AND unit.active = 1
    LEFT JOIN team_unit ON team_unit.unit = unit.id
    LEFT JOIN team ON team.id = team_unit.group_id
      AND team.kind = CASE WHEN unit.kind IN ('teaching', 'hospital') THEN 'working' ELSE 'assessment' END
  WHERE score.year = ${p.year} AND score.status = 'decided'
  GROUP BY unit.id ORDER BY unit.id`,
)

/** The units whose scores are decided, each with the group that assesses it. */
export async function listScoredPlaces(db: Database, year: Year): Promise<ScoredPlace[]> {
  return db.all(placesScored({ year }))
}
