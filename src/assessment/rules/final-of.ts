import type { Coefficients } from '../../policy/rules/year.ts'
import type { Sitting } from './assessment.ts'
import { type Entries, scoreOf } from './entry.ts'
import { gradedScore, type ScorePolicy, type ScoreResult, standardScore } from './score/final.ts'
import { type ScoredGoal, type TypeScore, typeScores } from './score/type-scores.ts'

export type Final =
  | { readonly status: 'final'; readonly result: ScoreResult }
  /** Article 24: a graded unit without coefficients in the notice has type scores, but no final score. */
  | { readonly status: 'missing-coefficients'; readonly types: readonly TypeScore[] }

/** The final score of what was agreed, under the policy and the coefficients of the year. @throws RangeError as `standardScore` */
export function finalOf(
  decided: Pick<Sitting, 'goals' | 'regime'> & { readonly agreed: Entries },
  policy: ScorePolicy,
  coefficients: Coefficients | null,
): Final {
  const goals = scoredGoals(decided)
  if (decided.regime === 'standard') return { status: 'final', result: standardScore(goals, policy) }
  if (!coefficients) return { status: 'missing-coefficients', types: typeScores(goals, policy) }
  return { status: 'final', result: gradedScore(goals, policy, coefficients) }
}

function scoredGoals(decided: Pick<Sitting, 'goals'> & { readonly agreed: Entries }): readonly ScoredGoal[] {
  return decided.goals.map((goal) => {
    const entry = decided.agreed[goal.id]
    if (!entry) throw new Error(`nothing was agreed on goal ${goal.id}`)
    return { id: goal.id, type: goal.type, weight: goal.weight, score: scoreOf(entry) }
  })
}
