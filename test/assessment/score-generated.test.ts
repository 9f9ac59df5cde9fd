import fc from 'fast-check'
import { Fraction } from 'fraction.js'
import { describe, expect, it } from 'vitest'
import type { Sitting } from '../../src/assessment/rules/assessment.ts'
import { averagedEntry } from '../../src/assessment/rules/average.ts'
import { type Comparison, compareSheets, suggestEntry } from '../../src/assessment/rules/compare.ts'
import { type Deduction, type Entry, scoreOf } from '../../src/assessment/rules/entry.ts'
import { finalOf } from '../../src/assessment/rules/final-of.ts'
import { fractionOf } from '../../src/assessment/rules/score/exact.ts'
import * as rules from '../../src/assessment/rules/score/final.ts'
import { type ScoredGoal, sumsOf } from '../../src/assessment/rules/score/type-scores.ts'
import type { Coefficients } from '../../src/policy/rules/coefficients.ts'
import { naiveScore } from './naive-score.ts'
import { AT, goalsOf } from './world.ts'

const standardScore = (all: readonly ScoredGoal[], policy: rules.ScorePolicy) =>
  rules.standardScore(sumsOf(all), policy)
const gradedScore = (all: readonly ScoredGoal[], policy: rules.ScorePolicy, ks: Coefficients) =>
  rules.gradedScore(sumsOf(all), policy, ks)

const goals = fc
  .array(
    fc.record({
      type: fc.constantFrom('key', 'special', 'routine'),
      weight: fc.integer({ min: 1, max: 1000_00 }),
      score: fc.oneof(
        fc.integer({ min: 0, max: 100_00 }),
        fc.constantFrom(0, 69_99, 70_00, 89_99, 90_00, 100_00),
      ),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((all): ScoredGoal[] => all.map((one, i) => ({ ...one, id: `g${i}` })))
const k = fc.integer({ min: 1, max: 3_0000 })
const coefficients = fc.record({ key: k, special: k, routine: k })
const ratios = fc.record({
  key: fc.integer({ min: 1, max: 98 }),
  special: fc.integer({ min: 1, max: 98 }),
  routine: fc.integer({ min: 1, max: 98 }),
})
const policies: fc.Arbitrary<rules.ScorePolicy> = fc.record({
  ratios: fc.oneof(fc.constant({ key: 25, special: 15, routine: 60 }), ratios),
  missingType: fc.constantFrom('redistribute' as const, 'full' as const, 'zero' as const),
  coefficientFormula: fc.constantFrom('weighted' as const, 'normalised' as const),
  cap: fc.constantFrom(100_00, null, 95_50, 95_05, 120_00),
  rounding: fc.constantFrom(0, 1, 2),
})

const both = (all: readonly ScoredGoal[], policy: rules.ScorePolicy, ks: Coefficients) =>
  [standardScore(all, policy), gradedScore(all, policy, ks)] as const

describe('the final score, of whatever goals', () => {
  it('equals an independent computation in whole numbers, 3,000 times under both regimes', () => {
    fc.assert(
      fc.property(goals, policies, coefficients, (all, policy, ks) => {
        const [standard, graded] = both(all, policy, ks)
        expect(standard.final).toBe(naiveScore(all, policy, null))
        expect(graded.final).toBe(naiveScore(all, policy, ks))
      }),
      { numRuns: 3000 },
    )
  })

  it('does not depend on the order of the goals', () => {
    const shuffled = goals.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, policies, coefficients, ([all, other], policy, ks) => {
        expect(gradedScore(other, policy, ks).beforeCap).toBe(gradedScore(all, policy, ks).beforeCap)
      }),
    )
  })

  it('never falls because a goal was scored higher', () => {
    fc.assert(
      fc.property(goals, policies, coefficients, fc.nat(), fc.nat(), (all, policy, ks, pick, more) => {
        const raised = all.map((one, i) =>
          i === pick % all.length ? { ...one, score: Math.min(100_00, one.score + more) } : one,
        )
        const before = both(all, policy, ks)
        for (const [i, after] of both(raised, policy, ks).entries()) {
          expect(after.final).toBeGreaterThanOrEqual(before[i]?.final ?? 0)
        }
      }),
    )
  })

  it('does not change where all weights of a type are multiplied by one number', () => {
    fc.assert(
      fc.property(goals, policies, fc.integer({ min: 2, max: 9 }), (all, policy, times) => {
        const heavier = all.map((one) => (one.type === 'key' ? { ...one, weight: one.weight * times } : one))
        expect(standardScore(heavier, policy).beforeCap).toBe(standardScore(all, policy).beforeCap)
      }),
    )
  })

  it('lies between the lowest and the highest goal where every type that counts has goals', () => {
    fc.assert(
      fc.property(goals, policies, (all, policy) => {
        const final = standardScore(all, { ...policy, missingType: 'redistribute', rounding: 2 }).final
        expect(final).toBeGreaterThanOrEqual(Math.min(...all.map((one) => one.score)))
        expect(final).toBeLessThanOrEqual(Math.max(...all.map((one) => one.score)))
      }),
    )
  })
})

describe('the members', () => {
  const sheets = fc.array(fc.array(fc.integer({ min: 1, max: 30_00 }), { maxLength: 3 }), {
    minLength: 2,
    maxLength: 8,
  })
  const orders = sheets.chain((all) => {
    const members = all.map((points, i) => ({ id: `m${i}`, name: `成员${i}`, points }))
    return fc.tuple(
      fc.constant(members),
      fc.shuffledSubarray(members, { minLength: all.length }),
      fc.boolean(),
    )
  })

  it('Article 22: may sit in any order: spread, mean and the mean’s deductions stay', () => {
    const [goal] = goalsOf('JX01')
    if (!goal) throw new Error('no goal')
    const seen = (present: readonly { id: string; name: string; points: number[] }[], averaged: boolean) => {
      const filled = present.map(({ id, points }) => [id, { [goal.id]: entryOf(points) }])
      const [one] = compareSheets({ ...SITTING, goals: [goal], present, sheets: Object.fromEntries(filled) })
      if (!one) throw new Error('no comparison')
      const suggested = averaged ? averagedEntry(one) : suggestedScore(one)
      return { spread: one.spread, mean: one.mean, suggested }
    }
    fc.assert(
      fc.property(orders, ([members, shuffled, averaged]) => {
        expect(seen(shuffled, averaged)).toEqual(seen(members, averaged))
      }),
    )
  })

  const SITTING: Omit<Sitting, 'goals' | 'present' | 'sheets'> = {
    ...{ regime: 'standard', excused: [], recused: [], quorum: 2 },
    ...{ openedBy: { id: 'm0', name: '组长' }, openedAt: AT },
  }
  const suggestedScore = (one: Comparison): number => scoreOf(suggestEntry(one))
  const entryOf = (points: readonly number[]): Entry => ({
    kind: 'deductions',
    deductions: points.map((one) => ({ points: one, reason: `扣${one}`, criterion: '' })),
  })
})

describe('the steps that lead to it', () => {
  it('close: types to products, products to the sum, the sum to the score before the cap', () => {
    fc.assert(
      fc.property(goals, policies, coefficients, (all, policy, ks) => {
        for (const result of both(all, policy, ks)) expectToClose(result)
      }),
    )
  })

  it('Articles 23, 24: are the goals’ own ledgers: 100 − Σ deductions = score, never below 0', () => {
    const deductions = fc.array(
      fc.record({
        points: fc.integer({ min: 1, max: 60_00 }),
        reason: fc.constant('迟报'),
        criterion: fc.constant(''),
      }),
      { maxLength: 4 },
    )
    const [goal] = goalsOf('JX01')
    fc.assert(
      fc.property(fc.array(deductions, { minLength: 1, maxLength: 20 }), policies, (sheets, policy) => {
        if (!goal) return
        const own = sheets.map((_, i) => ({ ...goal, id: `g${i}`, number: i + 1 }))
        const agreed = Object.fromEntries(
          sheets.map((all: Deduction[], i) => [`g${i}`, { kind: 'deductions' as const, deductions: all }]),
        )
        const final = finalOf({ regime: 'standard', goals: own, agreed }, policy, null)
        for (const { deducted, floored, score } of final.goals) {
          expect(floored ? 0 : 100_00 - deducted).toBe(score)
          expect(floored).toBe(deducted > 100_00)
        }
        const types = final.status === 'final' ? final.result.types : []
        expect(types.reduce((sum, one) => sum + one.weighted, 0)).toBe(
          final.goals.reduce((sum, one) => sum + one.goal.weight * one.score, 0),
        )
      }),
    )
  })
})

function expectToClose({
  types,
  sum,
  divisor,
  beforeCap,
  cap,
  capped,
  final,
  rounding,
}: rules.ScoreResult): void {
  const total = (all: readonly (string | null)[]): Fraction =>
    all.reduce((so, one) => so.add(one ?? '0'), new Fraction(0))
  for (const { score, source, weighted, weights, ratio, coefficient, product } of types) {
    if (source === 'goals')
      expect(
        fractionOf(score ?? '')
          .mul(weights)
          .equals(weighted),
      ).toBe(true)
    if (score === null) continue
    const factor = new Fraction(coefficient ?? 1_0000, 1_0000)
    expect(fractionOf(product ?? '').equals(fractionOf(score).mul(ratio).mul(factor))).toBe(true)
  }
  expect(total(types.map((one) => one.product)).equals(sum)).toBe(true)
  expect(total(types.map((one) => one.share)).equals(divisor)).toBe(true)
  expect(fractionOf(beforeCap).mul(divisor).equals(sum)).toBe(true)
  const exact = capped ? new Fraction(cap ?? 0) : fractionOf(beforeCap)
  const half = new Fraction(10 ** (2 - rounding), 2)
  expect(new Fraction(final).sub(exact).abs().lte(half)).toBe(true)
}
