import type { UnitId } from '../../kernel/ids.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import type { Grade } from '../../store/schema/results.ts'
import { gradeOf } from './grades.ts'
import { byScore, ranksOf, type ScoredUnit } from './scored.ts'

export interface UnitResult extends ScoredUnit {
  readonly grade: Grade
  /** Competition ranking within the cohort. */
  readonly rank: number
}

/** Every unit's rank and grade, best first. */
export function resultsOf(
  units: readonly ScoredUnit[],
  named: readonly UnitId[],
  policy: Policy,
): UnitResult[] {
  const ranks = ranksOf(units)
  const excellent = new Set(named)
  return byScore(units).map((one) => ({
    ...one,
    grade: gradeOf(one.final, excellent.has(one.unit), policy),
    rank: ranks.get(one.unit) ?? 0,
  }))
}
