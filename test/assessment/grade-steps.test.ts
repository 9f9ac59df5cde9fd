import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainBand, explainPlace } from '../../src/assessment/explain/rules/grade.ts'
import { type Policy, REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { proposeExcellence } from '../../src/results/rules/excellence.ts'
import { resultsOf } from '../../src/results/rules/graded.ts'
import type { ScoredUnit } from '../../src/results/rules/scored.ts'
import { scored } from '../results/units.ts'

const policy = REGULATION_DEFAULTS
const half = { standard: 50_00, graded: 50_00 }

/** What is ratified where the leading group names all that are certain, and the first of a tie. */
function ratified(units: readonly ScoredUnit[], ratios = half, by: Policy = policy) {
  const named = proposeExcellence(units, ratios, by).cohorts.flatMap((one) => [
    ...one.named,
    ...one.tied.slice(0, one.seats),
  ])
  return { ratios, results: resultsOf(units, named, by) }
}

describe('the band', () => {
  it('Article 25: says what was compared with what', () => {
    expect(explainBand(89_50, policy)).toEqual({
      ...{ compared: 89_50, rounded: false, excellentFrom: 90_00, qualifiedFrom: 70_00, band: 'qualified' },
    })
    expect(explainBand(89_50, { ...policy, bands: 'integer' })).toMatchObject({
      ...{ compared: 90_00, rounded: true, band: 'may-be-excellent' },
    })
  })
})

describe('the grade', () => {
  const units = [
    scored('a', 96),
    scored('bar', 95, { failed: ['ethics'] }),
    scored('b', 93),
    scored('c', 92),
    scored('d', 91),
    scored('low', 80),
  ]
  const reason = (unit: string, of = ratified(units), by = policy) => explainPlace(unit, of, by)?.reason

  it('Articles 25, 27: names the reason: the score, a gate, a place, or whose the places are', () => {
    expect(reason('a')).toEqual({ why: 'named' })
    expect(reason('c')).toEqual({ why: 'named' })
    expect(reason('bar')).toEqual({ why: 'barred', areas: ['ethics'] })
    expect(reason('d')).toEqual({ why: 'outranked', by: ['单位a', '单位b', '单位c'], vacated: [] })
    expect(reason('low')).toEqual({ why: 'band' })
    expect(explainPlace('d', ratified(units), policy)).toMatchObject({
      ...{ rank: 5, units: 6, ratio: 50_00, places: 3, border: 92_00, grade: 'qualified' },
    })
  })

  it('Article 27: says whose places a gate leaves empty where the policy lets it', () => {
    const by = { ...policy, freedPlace: 'empty' } as const
    expect(reason('c', ratified(units, half, by), by)).toEqual({
      ...{ why: 'outranked', by: ['单位a', '单位b'], vacated: ['单位bar'] },
    })
  })

  it('Article 25: says who is equal at the last place, and that fewer may be named', () => {
    const tie = ratified([scored('a', 96), scored('b', 93), scored('c', 93), scored('d', 70)])
    expect(reason('c', tie)).toEqual({
      ...{ why: 'tied', by: ['单位a'], seats: 1, equals: ['单位b'], vacated: [] },
    })
    expect(reason('b', tie)).toEqual({ why: 'named' })
    const fewer = { ratios: half, results: resultsOf(units, ['a'], policy) }
    expect(reason('b', fewer)).toEqual({ why: 'unnamed' })
    expect(explainPlace('zz', tie, policy)).toBeUndefined()
  })
})

const someUnits = fc
  .array(
    fc.record({
      points: fc.integer({ min: 86 * 4, max: 94 * 4 }),
      graded: fc.boolean(),
      failed: fc.subarray(['integrity', 'energy']),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((list) =>
    list.map(({ points, graded, failed }, i) =>
      scored(`u${String(i).padStart(2, '0')}`, points / 4, {
        cohort: graded ? 'graded' : 'standard',
        failed,
      }),
    ),
  )
const somePolicy = fc
  .record({
    quotaRounding: fc.constantFrom('floor' as const, 'half-up' as const, 'ceil' as const),
    freedPlace: fc.constantFrom('next' as const, 'empty' as const),
    bands: fc.constantFrom('exact' as const, 'integer' as const),
  })
  .map((choices): Policy => ({ ...policy, ...choices }))
const someRatio = fc.integer({ min: 0, max: 100_00 }).map((one) => ({ standard: one, graded: one }))
const ORDER = ['unqualified', 'qualified', 'excellent']

describe('a raised score', () => {
  it('Article 25: never lowers a grade but by quota, and then it says whose', () => {
    fc.assert(
      fc.property(
        someUnits,
        someRatio,
        somePolicy,
        fc.nat(),
        fc.integer({ min: 1, max: 10_00 }),
        (units, ratios, by, pick, more) => {
          const lucky = units[pick % units.length]
          if (!lucky) return
          const raised = units.map((one) => (one === lucky ? { ...one, final: one.final + more } : one))
          const before = new Map(ratified(units, ratios, by).results.map((one) => [one.unit, one]))
          const after = ratified(raised, ratios, by)
          for (const now of after.results) {
            const rise = ORDER.indexOf(now.grade) - ORDER.indexOf(before.get(now.unit)?.grade ?? '')
            if (rise >= 0) continue
            expect(now.unit).not.toBe(lucky.unit)
            expect(now.cohort).toBe(lucky.cohort)
            expect(explainBand(now.final, by).band).toBe('may-be-excellent')
            expect(takers(now.unit, after, by)).toContain(lucky.name)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  const takers = (unit: string, of: ReturnType<typeof ratified>, by: Policy): readonly string[] => {
    const reason = explainPlace(unit, of, by)?.reason
    if (reason?.why === 'outranked') return [...reason.by, ...reason.vacated]
    return reason?.why === 'tied' ? [...reason.by, ...reason.equals, ...reason.vacated] : []
  }

  it('the explanation does not depend on the order of the units', () => {
    fc.assert(
      fc.property(someUnits, someRatio, somePolicy, (units, ratios, by) => {
        for (const { unit } of units) {
          expect(explainPlace(unit, ratified(units.toReversed(), ratios, by), by)).toEqual(
            explainPlace(unit, ratified(units, ratios, by), by),
          )
        }
      }),
      { numRuns: 50 },
    )
  })
})
