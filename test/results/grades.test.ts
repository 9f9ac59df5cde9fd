import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { resultsOf } from '../../src/results/rules/graded.ts'
import { bandOf, gradeOf } from '../../src/results/rules/grades.ts'
import { ranksOf } from '../../src/results/rules/scored.ts'
import { scored } from './units.ts'

const exact = REGULATION_DEFAULTS
const integer = { ...REGULATION_DEFAULTS, bands: 'integer' } as const

describe('grades', () => {
  it.each([
    [69_99, 'unqualified'],
    [69_82, 'unqualified'],
    [70_00, 'qualified'],
    [89_04, 'qualified'],
    [89_99, 'qualified'],
    [90_00, 'may-be-excellent'],
    [100_00, 'may-be-excellent'],
    [0, 'unqualified'],
  ])('Article 25: %i hundredths are %s where the score is compared as it is', (final, band) => {
    expect(bandOf(final, exact)).toBe(band)
  })

  it.each([
    [69_49, 'unqualified'],
    [69_50, 'qualified'],
    [69_82, 'qualified'],
    [89_04, 'qualified'],
    [89_49, 'qualified'],
    [89_50, 'may-be-excellent'],
  ])('Article 25: %i hundredths are %s where the score is first rounded to an integer', (final, band) => {
    expect(bandOf(final, integer)).toBe(band)
  })

  it('Article 25: 90 points without being named are qualified, and being named does not lift 89.99', () => {
    expect(gradeOf(90_00, false, exact)).toBe('qualified')
    expect(gradeOf(90_00, true, exact)).toBe('excellent')
    expect(gradeOf(89_99, true, exact)).toBe('qualified')
  })

  it('Article 25: a higher score never lowers a grade', () => {
    const order = ['unqualified', 'qualified', 'excellent']
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_00 }),
        fc.integer({ min: 0, max: 100_00 }),
        fc.boolean(),
        fc.constantFrom(exact, integer),
        (a, b, named, policy) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)]
          const rise = [low, high].map((final) => order.indexOf(gradeOf(final, named, policy)))
          expect(rise[0]).toBeLessThanOrEqual(rise[1] ?? -1)
        },
      ),
    )
  })
})

describe('ranks', () => {
  it('are competition ranks inside each cohort: 1-2-3-3-5', () => {
    const units = [
      scored('a', 95),
      scored('b', 94),
      scored('c', 93),
      scored('d', 93),
      scored('e', 92),
      scored('x', 80, { cohort: 'graded' }),
      scored('y', 80, { cohort: 'graded' }),
    ]
    expect([...ranksOf(units)]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 3],
      ['e', 5],
      ['x', 1],
      ['y', 1],
    ])
  })

  it('are one more than the number of better units, whatever the order of the units', () => {
    const units = fc
      .array(fc.record({ points: fc.integer({ min: 85, max: 95 }), graded: fc.boolean() }), { maxLength: 40 })
      .map((list) =>
        list.map(({ points, graded }, i) =>
          scored(`u${i}`, points, { cohort: graded ? 'graded' : 'standard' }),
        ),
      )
    fc.assert(
      fc.property(units, fc.infiniteStream(fc.nat()), (list, keys) => {
        const ranks = ranksOf(list)
        for (const one of list) {
          const better = list.filter((other) => other.cohort === one.cohort && other.final > one.final)
          expect(ranks.get(one.unit)).toBe(better.length + 1)
        }
        const shuffled = list
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(resultsOf(shuffled, [], exact)).toEqual(resultsOf(list, [], exact))
      }),
    )
  })
})
