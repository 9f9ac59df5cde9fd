/** The table `type_sum`, equal to what was agreed on a unit's goals in the version that holds. */
import { sql } from 'kysely'
import type { UnitId, Year } from '../kernel/ids.ts'
import type { Statement } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { AssessmentState } from './rules/assessment.ts'
import { sumsOfAgreed } from './rules/final-of.ts'

const upsertAll = prepared(
  (_, p: { year: number; unit: string; regime: string; sums: string }) => sql<never>`
  INSERT INTO type_sum (year, unit, type, regime, weights, weighted)
  SELECT ${p.year}, ${p.unit}, value ->> '$.type', ${p.regime}, value ->> '$.weights', value ->> '$.weighted'
  FROM json_each(${p.sums}) WHERE true
  ON CONFLICT (year, unit, type) DO UPDATE SET weights = excluded.weights, weighted = excluded.weighted`,
)

export function putTypeSums(
  year: Year,
  unit: UnitId,
  before: AssessmentState,
  after: AssessmentState,
): Statement[] {
  if (after.status !== 'decided') return []
  if (before.status === 'decided' && before.agreed === after.agreed) return []
  const sums = sumsOfAgreed(after).filter((one) => one.weights > 0)
  return [upsertAll({ year, unit, regime: after.regime, sums: JSON.stringify(sums) })]
}
