import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fractionOf } from '../../src/assessment/rules/score/exact.ts'
import { gradedScore, type ScorePolicy, standardScore } from '../../src/assessment/rules/score/final.ts'
import type { ScoredGoal } from '../../src/assessment/rules/score/type-scores.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { naiveScore } from './naive-score.ts'

const POLICY: ScorePolicy = REGULATION_DEFAULTS
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

  it('refuses to round finer than it can be kept', () => {
    expect(() => standardScore(EXAMPLE, { ...POLICY, rounding: 3 })).toThrow(RangeError)
  })
})

const goals = fc
  .array(
    fc.record({
      type: fc.constantFrom('key', 'special', 'routine'),
      weight: fc.integer({ min: 1, max: 1000_00 }),
      score: fc.integer({ min: 0, max: 100_00 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((all): ScoredGoal[] => all.map((one, i) => ({ ...one, id: `g${i}` })))
const k = fc.integer({ min: 1, max: 3_0000 })
const coefficients = fc.record({ key: k, special: k, routine: k })
const policies = fc.record({
  ratios: fc.constantFrom({ key: 25, special: 15, routine: 60 }, { key: 40, special: 7, routine: 53 }),
  missingType: fc.constantFrom('redistribute' as const, 'full' as const, 'zero' as const),
  coefficientFormula: fc.constantFrom('weighted' as const, 'normalised' as const),
  cap: fc.constantFrom(100_00, null, 95_50),
  rounding: fc.constantFrom(0, 1, 2),
})

describe('the final score, of whatever goals', () => {
  it('equals an independent computation in whole numbers', () => {
    fc.assert(
      fc.property(goals, policies, coefficients, (all, policy, ks) => {
        expect(standardScore(all, policy).final).toBe(naiveScore(all, policy, null))
        expect(gradedScore(all, policy, ks).final).toBe(naiveScore(all, policy, ks))
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on the order of the goals', () => {
    const shuffled = goals.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, coefficients, ([all, other], ks) => {
        expect(gradedScore(other, POLICY, ks).beforeCap).toBe(gradedScore(all, POLICY, ks).beforeCap)
      }),
    )
  })
})
