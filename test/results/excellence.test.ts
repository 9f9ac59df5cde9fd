import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Policy, REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { type CohortProposal, placesOf, proposeExcellence } from '../../src/results/rules/excellence.ts'
import { resultsOf } from '../../src/results/rules/graded.ts'
import { faultOfNaming } from '../../src/results/rules/naming.ts'
import type { ScoredUnit } from '../../src/results/rules/scored.ts'
import { processorTime } from '../world/processor.ts'
import { scored } from './units.ts'

const policy = REGULATION_DEFAULTS
const emptyPlaces: Policy = { ...policy, freedPlace: 'empty' }
const ratios = (ratio: number) => ({ standard: ratio, graded: ratio })

function standardOf(units: readonly ScoredUnit[], ratio: number, by: Policy = policy): CohortProposal {
  const [standard] = proposeExcellence(units, ratios(ratio), by).cohorts
  if (!standard) throw new Error('no cohort')
  return standard
}

describe('places', () => {
  it.each([
    ['floor', 1500, 30, 4],
    ['half-up', 1500, 30, 5],
    ['ceil', 1500, 30, 5],
    ['half-up', 1500, 29, 4],
    ['ceil', 1500, 29, 5],
    ['floor', 2000, 5, 1],
    ['ceil', 2000, 5, 1],
    ['floor', 10_000, 7, 7],
    ['ceil', 0, 7, 0],
    ['floor', 2900, 100, 29],
  ] as const)(
    'Article 25: %s of %i hundredths of a percent of %i units are %i places',
    (rounding, ratio, units, places) => {
      expect(placesOf(ratio, units, rounding)).toBe(places)
    },
  )

  it('Article 25: are never more than the units, and differ by at most one between the roundings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 5_000 }), (ratio, units) => {
        const [floor, half, ceil] = [
          placesOf(ratio, units, 'floor'),
          placesOf(ratio, units, 'half-up'),
          placesOf(ratio, units, 'ceil'),
        ]
        expect(floor).toBeLessThanOrEqual(half)
        expect(half).toBeLessThanOrEqual(ceil)
        expect(ceil - floor).toBeLessThanOrEqual(1)
        expect(ceil).toBeLessThanOrEqual(units)
        expect(BigInt(floor)).toBe((BigInt(ratio) * BigInt(units)) / 10_000n)
      }),
    )
  })
})

describe('the proposal', () => {
  const five = [scored('a', 95), scored('b', 94), scored('c', 93), scored('d', 92), scored('e', 89.99)]

  it('Article 25: names the best within the places, from 90 points on', () => {
    expect(standardOf(five, 4000)).toMatchObject({
      units: 5,
      places: 2,
      named: ['a', 'b'],
      tied: [],
      border: 94_00,
    })
    expect(standardOf(five, 10_000)).toMatchObject({ places: 5, named: ['a', 'b', 'c', 'd'], border: 92_00 })
  })

  it('Article 25: ranks each cohort by itself', () => {
    const units = [...five, scored('x', 91, { cohort: 'graded' }), scored('y', 90, { cohort: 'graded' })]
    const [, graded] = proposeExcellence(units, { standard: 2000, graded: 5000 }, policy).cohorts
    expect(graded).toMatchObject({ cohort: 'graded', units: 2, places: 1, named: ['x'] })
  })

  it('Article 27: bars a unit that failed any gate area, whatever its score', () => {
    const units = [scored('top', 100, { failed: ['ethics', 'energy'] }), ...five]
    expect(standardOf(units, 3400)).toMatchObject({
      places: 2,
      named: ['a', 'b'],
      barred: [{ unit: 'top', areas: ['ethics', 'energy'] }],
    })
  })

  it('Article 27: leaves the freed place empty where the policy says so', () => {
    const units = [scored('top', 100, { failed: ['ethics'] }), ...five]
    expect(standardOf(units, 3400, emptyPlaces)).toMatchObject({ places: 2, named: ['a'], tied: [] })
  })

  it('Article 25: never breaks a tie across the last place', () => {
    const units = [scored('a', 95), scored('b', 93), scored('c', 93), scored('d', 93), scored('e', 91)]
    expect(standardOf(units, 6000)).toMatchObject({
      places: 3,
      named: ['a'],
      tied: ['b', 'c', 'd'],
      seats: 2,
      border: 93_00,
    })
  })

  it('Article 25: names all of a tie that fits into the places', () => {
    const units = [scored('a', 95), scored('b', 93), scored('c', 93), scored('e', 91)]
    expect(standardOf(units, 7500)).toMatchObject({ places: 3, named: ['a', 'b', 'c'], tied: [], seats: 0 })
  })

  it('Article 25: names nobody where nobody reaches 90, or where there are no places', () => {
    expect(standardOf([scored('a', 89.99)], 10_000)).toMatchObject({ named: [], tied: [], border: null })
    expect(standardOf(five, 0)).toMatchObject({ places: 0, named: [], tied: [], border: null })
  })
})

const someUnits = fc
  .array(
    fc.record({
      points: fc.integer({ min: 86, max: 94 }),
      graded: fc.boolean(),
      failed: fc.subarray(['integrity', 'energy']),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map(({ points, graded, failed }, i) =>
      scored(`u${String(i).padStart(2, '0')}`, points, { cohort: graded ? 'graded' : 'standard', failed }),
    ),
  )
const somePolicy = fc.record({
  quotaRounding: fc.constantFrom('floor', 'half-up', 'ceil'),
  freedPlace: fc.constantFrom('next', 'empty'),
}) as fc.Arbitrary<Pick<Policy, 'quotaRounding' | 'freedPlace'>>
const someRatio = fc.integer({ min: 0, max: 10_000 })

describe('the quota', () => {
  it('Article 25: is never exceeded, holds no barred and no low unit, and leaves nobody better outside', () => {
    fc.assert(
      fc.property(someUnits, someRatio, somePolicy, (units, ratio, choices) => {
        const by = { ...policy, ...choices }
        for (const one of proposeExcellence(units, ratios(ratio), by).cohorts) {
          const inside = [...one.named, ...one.tied]
          const chosen = units.filter((unit) => inside.includes(unit.unit))
          expect(one.named.length + one.seats).toBeLessThanOrEqual(one.places)
          expect(one.tied.length === 0 || one.tied.length > one.seats).toBe(true)
          expect(chosen.every((unit) => unit.final >= 90_00 && unit.failed.length === 0)).toBe(true)
          const outside = units.filter(
            (unit) => unit.cohort === one.cohort && !inside.includes(unit.unit) && unit.failed.length === 0,
          )
          const lowest = Math.min(...chosen.map((unit) => unit.final))
          expect(outside.every((unit) => unit.final < lowest || chosen.length === 0)).toBe(true)
        }
      }),
    )
  })

  it('Article 25: is full where enough units are eligible and a freed place goes to the next', () => {
    fc.assert(
      fc.property(someUnits, someRatio, (units, ratio) => {
        for (const one of proposeExcellence(units, ratios(ratio), policy).cohorts) {
          const eligible = units.filter(
            (unit) => unit.cohort === one.cohort && unit.final >= 90_00 && unit.failed.length === 0,
          )
          expect(one.named.length + one.seats).toBe(Math.min(one.places, eligible.length))
        }
      }),
    )
  })

  it('does not depend on the order of the units', () => {
    fc.assert(
      fc.property(someUnits, someRatio, somePolicy, (units, ratio, choices) => {
        const by = { ...policy, ...choices }
        expect(proposeExcellence(units.toReversed(), ratios(ratio), by)).toEqual(
          proposeExcellence(units, ratios(ratio), by),
        )
      }),
    )
  })

  it('Article 25: never loses a named unit its place because its score was raised', () => {
    fc.assert(
      fc.property(someUnits, someRatio, somePolicy, fc.nat(), (units, ratio, choices, pick) => {
        const by = { ...policy, ...choices }
        const named = proposeExcellence(units, ratios(ratio), by).cohorts.flatMap((one) => one.named)
        const lucky = named[pick % Math.max(1, named.length)]
        const raised = units.map((one) => (one.unit === lucky ? { ...one, final: one.final + 50 } : one))
        const after = proposeExcellence(raised, ratios(ratio), by).cohorts.flatMap((one) => one.named)
        if (lucky !== undefined) expect(after).toContain(lucky)
      }),
    )
  })

  it('what it proposes can always be ratified, with any choice of a tie that fits', () => {
    fc.assert(
      fc.property(someUnits, someRatio, somePolicy, (units, ratio, choices) => {
        const by = { ...policy, ...choices }
        const proposal = proposeExcellence(units, ratios(ratio), by)
        const named = proposal.cohorts.flatMap((one) => [...one.named, ...one.tied.slice(0, one.seats)])
        expect(faultOfNaming({ named, left: [] }, proposal, units, by)).toBeUndefined()
      }),
    )
  })
})

describe('at scale', () => {
  it('proposes and grades 5,000 units in under a second', () => {
    const units = Array.from({ length: 5_000 }, (_, i) =>
      scored(`u${i}`, 60 + ((i * 7919) % 4000) / 100, { cohort: i % 2 ? 'graded' : 'standard' }),
    )
    const used = processorTime()
    const [standard] = proposeExcellence(units, ratios(1500), policy).cohorts
    const results = resultsOf(units, standard?.named ?? [], policy)
    expect(used()).toBeLessThan(1_000)
    expect(results).toHaveLength(5_000)
  })
})
