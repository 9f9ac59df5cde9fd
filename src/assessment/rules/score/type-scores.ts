/** The score of each type of goals (rulebook 5.1), with everything that led to it. */
import { Fraction } from 'fraction.js'
import type { GoalId } from '../../../kernel/ids.ts'
import type { Policy } from '../../../policy/rules/policy.ts'
import type { GoalType } from '../../../store/schema/planning.ts'
import { FULL_SCORE } from '../entry.ts'
import { type Exact, exactOf } from './exact.ts'

/** `weight` and `score` in hundredths. */
export interface ScoredGoal {
  readonly id: GoalId
  readonly type: GoalType
  readonly weight: number
  readonly score: number
}

/** All that a score needs of the goals of one type, whatever the policy. */
export interface TypeSum {
  readonly type: GoalType
  /** Σ w, hundredths; 0 without goals. */
  readonly weights: number
  /** Σ w·s, ten-thousandths. */
  readonly weighted: number
}

export interface TypeScore extends TypeSum {
  /** Article 8, percent. */
  readonly ratio: number
  /** Where the score comes from; a type without goals is counted as the policy says, or left out. */
  readonly source: 'goals' | 'full' | 'zero' | 'left-out'
  /** C_t in hundredths; null where the type is left out. */
  readonly score: Exact | null
}

export const GOAL_TYPES: readonly GoalType[] = ['key', 'special', 'routine']

/** The goals added up, for the three types in the regulation's order. */
export function sumsOf(goals: readonly ScoredGoal[]): readonly TypeSum[] {
  return GOAL_TYPES.map((type) => {
    let [weights, weighted] = [0, 0]
    for (const goal of goals) {
      if (goal.type !== type) continue
      weights += goal.weight
      weighted += goal.weight * goal.score
    }
    return { type, weights, weighted }
  })
}

/** The sums for all three types where only those with goals were kept. */
export function wholeSums(kept: readonly TypeSum[]): readonly TypeSum[] {
  return GOAL_TYPES.map((type) => kept.find((sum) => sum.type === type) ?? { type, weights: 0, weighted: 0 })
}

type Missing = Pick<Policy, 'ratios' | 'missingType'>

/** `C_t = Σ w·s / Σ w` for the three types. Nothing is rounded. */
export function typeScores(sums: readonly TypeSum[], policy: Missing): readonly TypeScore[] {
  return sums.map((sum) => {
    const { source, exact } = exactScore(sum, policy.missingType)
    return { ...sum, ratio: policy.ratios[sum.type], source, score: exact && exactOf(exact) }
  })
}

/** C_t, and where it comes from. */
export function exactScore(
  { weights, weighted }: TypeSum,
  missing: Policy['missingType'],
): { readonly source: TypeScore['source']; readonly exact: Fraction | null } {
  if (weights > 0) return { source: 'goals', exact: new Fraction(weighted, weights) }
  switch (missing) {
    case 'redistribute':
      return { source: 'left-out', exact: null }
    case 'full':
      return { source: 'full', exact: new Fraction(FULL_SCORE) }
    case 'zero':
      return { source: 'zero', exact: new Fraction(0) }
  }
}
