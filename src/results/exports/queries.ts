import { sql } from 'kysely'
import type { AssessmentState } from '../../assessment/rules/assessment.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'

const decidedOf = prepared(
  (_, p: { year: number }) => sql<{ unit: string; state: string }>`
  SELECT score.unit, subject.state FROM score JOIN subject ON subject.id = score.assessment
  WHERE score.year = ${p.year} AND score.status = 'decided' ORDER BY score.unit`,
)

type Decided = Extract<AssessmentState, { readonly status: 'decided' }>

/** What was agreed on each unit's goals, by unit. */
export async function listDecidedAssessments(
  db: Database,
  year: Year,
): Promise<ReadonlyMap<UnitId, Decided>> {
  const rows = await db.all(decidedOf({ year }))
  return new Map(
    rows.flatMap(({ unit, state }): [UnitId, Decided][] => {
      const read = JSON.parse(state) as AssessmentState
      return read.status === 'decided' ? [[unit, read]] : []
    }),
  )
}
