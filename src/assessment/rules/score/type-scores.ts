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

export interface TypeScore {
  readonly type: GoalType
  /** Article 8, percent. */
  readonly ratio: number
  /** Where the score comes from; a type without goals is counted as the policy says, or left out. */
  readonly source: 'goals' | 'full' | 'zero' | 'left-out'
  readonly goals: readonly ScoredGoal[]
  /** Σ w */
  readonly weights: number
  /** Σ w·s */
  readonly weighted: number
  /** C_t in hundredths; null where the type is left out. */
  readonly score: Exact | null
}

export const GOAL_TYPES: readonly GoalType[] = ['key', 'special', 'routine']

/** `C_t = Σ w·s / Σ w` for the three types, in the regulation's order. Nothing is rounded. */
export function typeScores(
  goals: readonly ScoredGoal[],
  policy: Pick<Policy, 'ratios' | 'missingType'>,
): readonly TypeScore[] {
  return GOAL_TYPES.map((type) => {
    const own = goals.filter((goal) => goal.type === type)
    const ratio = policy.ratios[type]
    return own.length > 0 ? scoreOfGoals(type, ratio, own) : scoreOfNone(type, ratio, policy.missingType)
  })
}

function scoreOfGoals(type: GoalType, ratio: number, goals: readonly ScoredGoal[]): TypeScore {
  const weights = goals.reduce((sum, goal) => sum + goal.weight, 0)
  const weighted = goals.reduce((sum, goal) => sum + goal.weight * goal.score, 0)
  const score = exactOf(new Fraction(weighted, weights))
  return { type, ratio, source: 'goals', goals, weights, weighted, score }
}

function scoreOfNone(type: GoalType, ratio: number, missing: Policy['missingType']): TypeScore {
  const none = { type, ratio, goals: [], weights: 0, weighted: 0 }
  switch (missing) {
    case 'redistribute':
      return { ...none, source: 'left-out', score: null }
    case 'full':
      return { ...none, source: 'full', score: String(FULL_SCORE) }
    case 'zero':
      return { ...none, source: 'zero', score: '0' }
  }
}
