import { describe, expect, it } from 'vitest'
import { fractionOf } from '../../src/assessment/rules/score/exact.ts'
import * as rules from '../../src/assessment/rules/score/final.ts'
import { type ScoredGoal, sumsOf } from '../../src/assessment/rules/score/type-scores.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { bandOf } from '../../src/results/rules/grades.ts'

const POLICY: rules.ScorePolicy = REGULATION_DEFAULTS
const standardScore = (goals: readonly ScoredGoal[], policy: rules.ScorePolicy) =>
  rules.standardScore(sumsOf(goals), policy)
const gradedScore = (goals: readonly ScoredGoal[], policy: rules.ScorePolicy, k: typeof K) =>
  rules.gradedScore(sumsOf(goals), policy, k)
const goal = (type: ScoredGoal['type'], score: number, weight = 1_00): ScoredGoal => ({
  id: `${type}-${score}`,
  type,
  weight,
  score: score * 100,
})
const EXAMPLE = [
  goal('key', 92, 2_00),
  goal('key', 80),
  goal('special', 95),
  goal('routine', 88),
  goal('routine', 90),
  goal('routine', 86),
]
const K = { key: 1_0500, special: 1_0000, routine: 9800 }

describe('the final score', () => {
  it('Article 24: the worked example is 89.09, weighted', () => {
    const result = gradedScore(EXAMPLE, POLICY, K)
    expect(result.final).toBe(89_09)
    expect(fractionOf(result.beforeCap).toString()).toBe('8909.4')
    expect(result.types.map((type) => fractionOf(type.score ?? '0').toString())).toEqual([
      '8800',
      '9500',
      '8800',
    ])
  })

  it('Article 24: the worked example is 89.05, normalised', () => {
    expect(gradedScore(EXAMPLE, { ...POLICY, coefficientFormula: 'normalised' }, K).final).toBe(89_05)
  })

  it('Article 23: the worked example is 89.05 under the standard regime', () => {
    expect(standardScore(EXAMPLE, POLICY).final).toBe(89_05)
  })

  it('Article 8: a type without goals is left out, and the other ratios carry the score: 88.00', () => {
    const result = standardScore(
      EXAMPLE.filter((one) => one.type !== 'special'),
      POLICY,
    )
    expect(result.final).toBe(88_00)
    expect(result.types[1]).toMatchObject({ source: 'left-out', score: null, product: null })
  })

  it('Article 8: a type without goals counts as 100 or 0 where the policy says so', () => {
    const without = EXAMPLE.filter((one) => one.type !== 'special')
    expect(standardScore(without, { ...POLICY, missingType: 'full' }).final).toBe(89_80)
    expect(standardScore(without, { ...POLICY, missingType: 'zero' }).final).toBe(74_80)
  })

  it('Article 24: a graded score is capped, and the score before the cap is kept', () => {
    const goals = [goal('key', 100), goal('special', 100), goal('routine', 100)]
    const result = gradedScore(goals, POLICY, { key: 1_2000, special: 1_0000, routine: 1_0000 })
    expect(result).toMatchObject({ final: 100_00, capped: true })
    expect(fractionOf(result.beforeCap).toString()).toBe('10500')
    expect(gradedScore(goals, { ...POLICY, cap: null }, { ...K, key: 1_2000, routine: 1_0000 }).final).toBe(
      105_00,
    )
  })

  it('rounds once, half up, to the decimals of the policy', () => {
    const goals = [goal('routine', 0, 1_00), { ...goal('routine', 0, 1_00), score: 179_01 }]
    expect(standardScore(goals, POLICY).final).toBe(89_51)
    expect(standardScore(goals, { ...POLICY, rounding: 1 }).final).toBe(89_50)
    expect(standardScore(goals, { ...POLICY, rounding: 0 }).final).toBe(90_00)
  })

  it('is never above the cap, not even where the cap is finer than the rounding', () => {
    const goals = [goal('key', 100), goal('special', 100), goal('routine', 100)]
    const policy = { ...POLICY, cap: 95_50, rounding: 0 }
    expect(gradedScore(goals, policy, { key: 1_0000, special: 1_0000, routine: 1_0000 }).final).toBe(95_50)
  })

  it('Articles 23, 25: is compared after its one rounding: 89.994 stays under 90, 89.995 reaches it', () => {
    const of = (score: number): number =>
      standardScore(
        [
          { ...goal('routine', 0, 999_00), score: 90_00 },
          { ...goal('routine', 0, 1_00), score },
        ],
        POLICY,
      ).final
    expect(of(84_00)).toBe(89_99)
    expect(bandOf(of(84_00), REGULATION_DEFAULTS)).toBe('qualified')
    expect(of(85_00)).toBe(90_00)
    expect(bandOf(of(85_00), REGULATION_DEFAULTS)).toBe('may-be-excellent')
  })

  it.each([
    [69_99, 'unqualified'],
    [70_00, 'qualified'],
    [89_99, 'qualified'],
    [90_00, 'may-be-excellent'],
  ] as const)('Article 25: goals of %i hundredths each give that score, and the band %s', (score, band) => {
    const goals = [
      { ...goal('key', 0), score },
      { ...goal('special', 0), score },
      { ...goal('routine', 0), score },
    ]
    const final = standardScore(goals, POLICY).final
    expect(final).toBe(score)
    expect(bandOf(final, REGULATION_DEFAULTS)).toBe(band)
  })

  it('refuses to round finer than it can be kept', () => {
    expect(() => standardScore(EXAMPLE, { ...POLICY, rounding: 3 })).toThrow(RangeError)
  })
})
