import type { FeedbackTypeFacts, LastYearScores } from '../../../cards/feedback-unit.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { findYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { findAssessment } from '../queries.ts'
import { type Final, finalOf } from '../rules/final-of.ts'
import { wholeOf } from '../rules/score/exact.ts'
import type { TypeScore } from '../rules/score/type-scores.ts'

export function typesOf(final: Final): readonly FeedbackTypeFacts[] {
  return final.status === 'final'
    ? final.result.types.map((part) => typeFacts(part, part.coefficient))
    : final.types.map((one) => typeFacts(one, null))
}

function typeFacts(one: TypeScore, coefficient: number | null): FeedbackTypeFacts {
  return {
    type: one.type,
    ratio: one.ratio,
    score: one.score === null ? null : wholeOf(one.score),
    source: one.source,
    coefficient: coefficient === null ? null : (coefficient / 10_000).toFixed(4),
  }
}

/** The unit's scores of an earlier year, by that year's policy; null where it was not assessed. */
export async function lastYearOf(db: Database, year: Year, unit: UnitId): Promise<LastYearScores | null> {
  const [state, open] = await Promise.all([findAssessment(db, year, unit), findYear(db, year)])
  if (state.status !== 'decided' || !open) return null
  const final = finalOf(state, open.policy, open.coefficients[unit] ?? null)
  return { year, total: final.status === 'final' ? final.result.final : null, types: typesOf(final) }
}
