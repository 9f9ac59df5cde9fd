import type { Regime } from '../../organization/rules/actor.ts'
import type { Coefficients } from '../../policy/rules/coefficients.ts'
import type { Sitting } from './assessment.ts'
import { type Entries, type Entry, type Ledger, ledgerOf } from './entry.ts'
import type { AssessedGoal } from './goal.ts'
import { gradedScore, type ScorePolicy, type ScoreResult, standardScore } from './score/final.ts'
import { type ScoredGoal, sumsOf, type TypeScore, type TypeSum, typeScores } from './score/type-scores.ts'

/** A goal in the version that was scored, what was agreed on it, and what that makes. */
export interface GoalLedger extends Ledger {
  readonly goal: AssessedGoal
  readonly entry: Entry
}

/** What the goals' sums come to. */
export type Outcome =
  | { readonly status: 'final'; readonly result: ScoreResult }
  /** Article 24: a graded unit without coefficients in the notice has type scores, but no final score. */
  | { readonly status: 'missing-coefficients'; readonly types: readonly TypeScore[] }

/** The whole way to the score, from each deduction on: what explains a score is what computed it. */
export type Final = Outcome & { readonly goals: readonly GoalLedger[] }

type Agreed = Pick<Sitting, 'goals' | 'regime'> & { readonly agreed: Entries }

/** The final score of what was agreed, under the policy and the coefficients of the year. @throws RangeError as `standardScore` */
export function finalOf(decided: Agreed, policy: ScorePolicy, coefficients: Coefficients | null): Final {
  const goals = ledgersOf(decided)
  return { ...outcomeOf(decided.regime, sumsOf(goals.map(scoredGoal)), policy, coefficients), goals }
}

/** As `finalOf`, from what the goals of each type add up to. */
export function outcomeOf(
  regime: Regime,
  sums: readonly TypeSum[],
  policy: ScorePolicy,
  coefficients: Coefficients | null,
): Outcome {
  if (regime === 'standard') return { status: 'final', result: standardScore(sums, policy) }
  if (!coefficients) return { status: 'missing-coefficients', types: typeScores(sums, policy) }
  return { status: 'final', result: gradedScore(sums, policy, coefficients) }
}

export const sumsOfAgreed = (decided: Agreed): readonly TypeSum[] =>
  sumsOf(ledgersOf(decided).map(scoredGoal))

function ledgersOf({ goals, agreed }: Agreed): readonly GoalLedger[] {
  return goals.map((goal) => {
    const entry = agreed[goal.id]
    if (!entry) throw new Error(`nothing was agreed on goal ${goal.id}`)
    return { goal, entry, ...ledgerOf(entry) }
  })
}

const scoredGoal = ({ goal, score }: GoalLedger): ScoredGoal => ({
  id: goal.id,
  type: goal.type,
  weight: goal.weight,
  score,
})
