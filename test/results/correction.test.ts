import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../src/kernel/time.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'
import { type Policy, REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { foreseeCorrection } from '../../src/results/rules/correction.ts'
import { announceResults, nameExcellent, type ResultsFacts } from '../../src/results/rules/decide.ts'
import { proposeExcellence } from '../../src/results/rules/excellence.ts'
import { resultsOf } from '../../src/results/rules/graded.ts'
import { faultOfNaming } from '../../src/results/rules/naming.ts'
import { evolveResults, markOfProposal, type ResultsState } from '../../src/results/rules/results.ts'
import type { ScoredUnit } from '../../src/results/rules/scored.ts'
import { scored } from './units.ts'

const policy = REGULATION_DEFAULTS
const AT: Instant = '2026-12-20T00:00:00.000Z'
const signed = { by: 'CH', name: '组长', at: AT } as const
const CHAIR: Actor = {
  ...{ id: 'CH', name: '组长', title: '', unit: null, leads: [] },
  roles: [{ role: 'chair', scope: '' }],
}
const ratios = { standard: 40_00, graded: 40_00 }
const UNITS = [scored('a', 95), scored('b', 94), scored('c', 93), scored('d', 92), scored('e', 80)]
const named = ['a', 'b']
const RESULTS = resultsOf(UNITS, named, policy)
const to = (points: { readonly [unit: string]: number }) =>
  new Map(Object.entries(points).map(([unit, one]) => [unit, Math.round(one * 100)]))
const foresee = (points: { readonly [unit: string]: number }, results = RESULTS) =>
  foreseeCorrection(results, ratios, to(points), policy)

describe('what a changed score does', () => {
  it('Article 29: an appeal can move a third unit, and it is said whose place it lost', () => {
    const { moved, ties, naming } = foresee({ c: 94.5 })
    expect(ties).toEqual([])
    expect(naming).toEqual({ named: ['a', 'c'], left: [] })
    expect(moved).toMatchObject([
      { unit: 'c', from: { final: 93_00, grade: 'qualified', rank: 3 }, to: { grade: 'excellent', rank: 2 } },
      {
        unit: 'b',
        from: { grade: 'excellent', rank: 2 },
        to: { grade: 'qualified', rank: 3 },
        displacedBy: ['单位c'],
      },
    ])
  })

  it('moves nobody but the unit where no rank changes', () => {
    expect(foresee({ e: 81 }).moved).toMatchObject([
      { unit: 'e', from: { final: 80_00 }, to: { final: 81_00 } },
    ])
    expect(foresee({}).moved).toEqual([])
  })

  it('Article 25: asks the leading group where a tie across the last place is new', () => {
    const { ties, naming } = foresee({ c: 94 })
    expect(ties).toEqual(['standard'])
    expect(naming.named).toEqual(['a'])
  })

  it('keeps a tie decided that is the same as before, and who was passed over on purpose', () => {
    const tied = [scored('a', 95), scored('b', 93), scored('c', 93), scored('d', 92), scored('e', 80)]
    const results = resultsOf(tied, ['a', 'c'], policy)
    expect(foresee({ e: 81 }, results)).toMatchObject({ ties: [], naming: { named: ['a', 'c'], left: [] } })
    const fewer = resultsOf(UNITS, ['b'], policy)
    expect(foresee({ e: 81 }, fewer).naming.named).toEqual(['b'])
    const left = resultsOf(tied, ['a'], policy)
    expect(foresee({ e: 81 }, left).naming).toEqual({ named: ['a'], left: ['standard'] })
  })
})

const someUnits = fc
  .array(
    fc.record({ points: fc.integer({ min: 86, max: 94 }), failed: fc.subarray(['integrity', 'energy']) }),
    { minLength: 1, maxLength: 20 },
  )
  .map((list) =>
    list.map(({ points, failed }, i) => scored(`u${String(i).padStart(2, '0')}`, points, { failed })),
  )
const somePolicy = fc
  .record({
    quotaRounding: fc.constantFrom<Policy['quotaRounding']>('floor', 'half-up', 'ceil'),
    freedPlace: fc.constantFrom<Policy['freedPlace']>('next', 'empty'),
    bands: fc.constantFrom<Policy['bands']>('exact', 'integer'),
  })
  .map((choices): Policy => ({ ...policy, ...choices }))

/** As a leading group that fills every place, the first of a tie. */
function ratify(units: readonly ScoredUnit[], ratio: number, by: Policy) {
  const { cohorts } = proposeExcellence(units, { standard: ratio, graded: ratio }, by)
  return resultsOf(
    units,
    cohorts.flatMap((one) => [...one.named, ...one.tied.slice(0, one.seats)]),
    by,
  )
}
const ORDER = ['unqualified', 'qualified', 'excellent']
const grade = (one: { readonly grade: string }): number => ORDER.indexOf(one.grade)

describe('raising a score', () => {
  it('Article 25: never lowers a grade except by the quota, and then it says whose place it was', () => {
    fc.assert(
      fc.property(
        someUnits,
        fc.integer({ min: 0, max: 10_000 }),
        somePolicy,
        fc.nat(),
        fc.integer({ min: 1, max: 500 }),
        (units, ratio, by, pick, gain) => {
          const before = ratify(units, ratio, by)
          const lucky = before[pick % before.length]
          if (!lucky) return
          const both = { standard: ratio, graded: ratio }
          const finals = new Map([[lucky.unit, lucky.final + gain]])
          const { moved, ties } = foreseeCorrection(before, both, finals, by)
          const asked = new Set<string>(ties)
          for (const one of moved) {
            const falls = grade(one.to) < grade(one.from)
            if (!falls || asked.has(one.cohort)) continue
            expect(one.unit).not.toBe(lucky.unit)
            expect(one.displacedBy).toEqual([lucky.name])
          }
        },
      ),
    )
  })

  it('names only who may be named, and never more than the places', () => {
    fc.assert(
      fc.property(
        someUnits,
        fc.integer({ min: 0, max: 10_000 }),
        somePolicy,
        fc.nat(),
        fc.nat(1400),
        (units, ratio, by, pick, final) => {
          const before = ratify(units, ratio, by)
          const unit = before[pick % before.length]?.unit ?? ''
          const both = { standard: ratio, graded: ratio }
          const foreseen = foreseeCorrection(before, both, new Map([[unit, 80_00 + final]]), by)
          const { naming, proposal, ties } = foreseen
          const left = [...naming.left, ...ties]
          expect(faultOfNaming({ ...naming, left }, proposal, foreseen.units, by)).toBeUndefined()
        },
      ),
    )
  })

  it('does not depend on the order of the units', () => {
    fc.assert(
      fc.property(someUnits, fc.integer({ min: 0, max: 10_000 }), fc.nat(), (units, ratio, pick) => {
        const before = ratify(units, ratio, policy)
        const finals = new Map([[before[pick % before.length]?.unit ?? '', 93_50]])
        const both = { standard: ratio, graded: ratio }
        expect(foreseeCorrection(before.toReversed(), both, finals, policy).moved).toEqual(
          foreseeCorrection(before, both, finals, policy).moved,
        )
      }),
    )
  })
})

describe('the correction', () => {
  const announced: ResultsState = {
    ...{ status: 'announced', year: 2026, ratios, results: RESULTS },
    ...{ ratified: signed, announced: signed },
  }
  const facts = (units: readonly ScoredUnit[], more: Partial<ResultsFacts> = {}): ResultsFacts => ({
    ...{ year: 2026, phase: 'closed', policy, missing: [], units, members: ['CH'] },
    ...more,
  })
  const raised = UNITS.map((one) => (one.unit === 'c' ? scored('c', 94.5) : one))
  const wish = (names: readonly string[], units = raised) => ({
    ...{ named: names, left: [] },
    seen: markOfProposal(ratios, units),
  })

  it('Article 29: needs a score that an appeal changed: without one announced results stand', () => {
    expect(nameExcellent(announced, wish(['a', 'c'], UNITS), CHAIR, AT, facts(UNITS))).toMatchObject({
      refusal: { code: 'announced-results' },
    })
  })

  it('keeps old and new of every unit that moved, and who was excellent by right only', () => {
    expect(nameExcellent(announced, wish(['a', 'b']), CHAIR, AT, facts(raised))).toMatchObject({
      refusal: { code: 'ineligible-units' },
    })
    const decision = nameExcellent(announced, wish(['a', 'c']), CHAIR, AT, facts(raised))
    expect(decision).toMatchObject({
      events: [{ type: 'results.corrected', version: 1, moved: [{ unit: 'c' }, { unit: 'b' }] }],
    })
    const state = 'events' in decision ? decision.events.reduce(evolveResults, announced) : announced
    expect(state).toMatchObject({ status: 'announced', corrections: [{ corrected: { by: 'CH' } }] })
    expect(nameExcellent(state, wish(['a', 'c']), CHAIR, AT, facts(raised))).toMatchObject({
      refusal: { code: 'announced-results' },
    })
  })

  it('waits while another appeal of a graded unit is open', () => {
    const missing = [{ what: 'appeal' as const, unit: 'a', name: '单位a', number: 1 }]
    expect(nameExcellent(announced, wish(['a', 'c']), CHAIR, AT, facts(raised, { missing }))).toMatchObject({
      refusal: { code: 'incomplete-results', missing },
    })
  })

  it('goes before the members where a quorum ratifies', () => {
    const quorum: Policy = { ...policy, ratification: { mode: 'quorum', agree: 2 } }
    const voting = facts(raised, { policy: quorum, members: ['CH', 'M1', 'M2'] })
    expect(nameExcellent(announced, wish(['a', 'c']), CHAIR, AT, voting)).toMatchObject({
      events: [{ type: 'results.put' }],
    })
  })

  it('comes before the announcement, where both are due', () => {
    const { announced: _, ...rest } = announced
    const ratified: ResultsState = { ...rest, status: 'ratified' }
    const during = (units: readonly ScoredUnit[]) => ({ ...facts(units), phase: 'results' }) as const
    expect(announceResults(ratified, CHAIR, AT, during(raised))).toMatchObject({
      refusal: { code: 'uncorrected-results', units: ['单位c'] },
    })
    expect(announceResults(ratified, CHAIR, AT, during(UNITS))).toMatchObject({
      events: [{ type: 'results.announced' }],
    })
  })
})
