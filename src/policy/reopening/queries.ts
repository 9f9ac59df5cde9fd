/** What a reopening is decided by, and who is told of it. */
import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { findUnit } from '../../organization/queries.ts'
import { findPlan } from '../../planning/queries.ts'
import { isRatified } from '../../results/queries.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { ScoreTable } from '../../store/schema/assessment.ts'
import type { ReopeningFacts } from '../rules/reopening.ts'

const scoreOf = prepared(
  (_, p: { year: number; unit: string }) => sql<Pick<ScoreTable, 'status'>>`
  SELECT status FROM score WHERE year = ${p.year} AND unit = ${p.unit}`,
)

export async function loadReopeningFacts(db: Database, year: Year, unit: UnitId): Promise<ReopeningFacts> {
  const [found, plan, score, ratified] = await Promise.all([
    findUnit(db, unit),
    findPlan(db, year, unit),
    first(db, scoreOf({ year, unit })),
    isRatified(db, year),
  ])
  return {
    unit: found,
    planInForce: plan.state.status === 'in-force',
    assessment: score === undefined ? 'none' : score.status === 'decided' ? 'decided' : 'begun',
    ratified,
  }
}

const concerned = prepared(
  (_, p: { unit: string; today: string }) => sql<{ person: PersonId }>`
  SELECT person FROM role_held
  WHERE from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
    AND ((role IN ('contact', 'head') AND scope = ${p.unit})
      OR (role IN ('working-convenor', 'working-member', 'assessment-convenor', 'assessment-member')
        AND scope IN (SELECT group_id FROM team_unit WHERE unit = ${p.unit})))
  UNION
  SELECT leader FROM unit WHERE id = ${p.unit} AND leader IS NOT NULL
  ORDER BY 1`,
)

/** The unit's head and contacts, its leader in charge and its groups, each once. */
export async function listConcerned(db: Database, unit: UnitId, today: LocalDate): Promise<PersonId[]> {
  return (await db.all(concerned({ unit, today }))).map((row) => row.person)
}
