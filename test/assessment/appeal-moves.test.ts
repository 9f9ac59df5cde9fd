import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foreseeMoves } from '../../src/assessment/appeal/rules/moves.ts'
import { REGULATION_DEFAULTS as POLICY } from '../../src/policy/rules/policy.ts'
import { resultsOf } from '../../src/results/rules/graded.ts'
import { type ResultsState, UNPROPOSED } from '../../src/results/rules/results.ts'
import { scored } from '../results/units.ts'

const UNITS = [scored('A', 95), scored('B', 92), scored('C', 91), scored('D', 69.5), scored('E', 80)]
const SIGNED = { by: 'CH', name: '组长', at: '2026-12-10T00:00:00.000Z' } as const
/** 40 % of five: two places. */
const ratios = { standard: 40_00, graded: 40_00 }
const proposed: ResultsState = { status: 'proposed', year: 2026, ratios, proposed: SIGNED }
const ratified: ResultsState = {
  status: 'ratified',
  year: 2026,
  ratios,
  results: resultsOf(UNITS, ['A', 'B'], POLICY),
  ratified: SIGNED,
}

const moves = (results: ResultsState, unit: string, final: number | null) =>
  foreseeMoves({ scored: UNITS, results, policy: POLICY }, unit, final)
const said = (results: ResultsState, unit: string, final: number) =>
  moves(results, unit, final).moved.map(
    ({ unit: one, from, to }) => `${one} ${from.rank}→${to.rank} ${from.grade}→${to.grade}`,
  )

describe('Article 29: whose rank, grade and pay would move', () => {
  it.each([
    ['ratios', proposed],
    ['results', ratified],
  ] as const)('a third unit loses its place by the quota (%s)', (basis, results) => {
    expect(moves(results, 'C', 93_00).basis).toBe(basis)
    expect(said(results, 'C', 93_00)).toEqual(['C 3→2 qualified→excellent', 'B 2→3 excellent→qualified'])
    expect(moves(results, 'C', 93_00).moved.at(-1)?.displacedBy).toEqual(['单位C'])
  })

  it('a tie across the last place is not broken: it is put to the leading group', () => {
    for (const results of [proposed, ratified]) expect(moves(results, 'C', 92_00).ties).toEqual(['standard'])
  })

  it('before the ratio is set the bands tell', () => {
    expect(said(UNPROPOSED, 'D', 70_00)).toEqual(['D 5→5 unqualified→qualified'])
    expect(said(UNPROPOSED, 'E', 90_00)).toEqual(['E 4→4 qualified→excellent'])
  })

  it('nothing is foreseen while the unit has no coefficients', () => {
    for (const results of [UNPROPOSED, proposed, ratified])
      expect(moves(results, 'C', null).moved).toEqual([])
  })

  it('the one whose score rises never loses rank, and nobody of another cohort moves', () => {
    const points = fc.integer({ min: 60_00, max: 100_00 })
    fc.assert(
      fc.property(fc.array(points, { minLength: 3, maxLength: 12 }), fc.nat(), points, (finals, at, up) => {
        const units = finals.map((final, n) =>
          scored(`U${n}`, final / 100, { cohort: n % 3 === 0 ? 'graded' : 'standard' }),
        )
        const own = units[at % units.length]
        if (!own) return
        const final = Math.min(100_00, own.final + up - 60_00)
        const { moved } = foreseeMoves({ scored: units, results: proposed, policy: POLICY }, own.unit, final)
        for (const one of moved) {
          expect(one.cohort).toBe(own.cohort)
          if (one.unit === own.unit) expect(one.to.rank).toBeLessThanOrEqual(one.from.rank)
          else expect(one.to.rank).toBeGreaterThanOrEqual(one.from.rank)
        }
      }),
    )
  })
})
