/** Each value of what the regulation leaves open, and what comes of it (rulebook, ◇). */
import { describe, expect, it } from 'vitest'
import type { ChosenValues } from '../../src/policy/rules/policy.ts'
import { chooses } from '../policy/campus.ts'
import { comesToResults, livedYear, names } from './chosen-year.ts'

describe('scores', () => {
  it.each([
    ['left out, the other ratios carry the score', { missingType: 'redistribute' }, 88_00],
    ['counted in full', { missingType: 'full' }, 89_80],
    ['counted as nothing', { missingType: 'zero' }, 74_80],
  ] as const)('Article 8: 药学院 has no special goal; the type is %s', async (_, values, final) => {
    const year = await livedYear(values)
    expect(await year.finalOf('JX01')).toBe(final)
    expect(await year.finalOf('JX02')).toBe(100_00)
  })

  it.each([
    ['weighted', 89_09],
    ['normalised', 89_05],
  ] as const)('Article 24: 教务处 is the worked example, %s', async (coefficientFormula, final) => {
    const year = await livedYear({ coefficientFormula })
    expect(await year.finalOf('XZ01')).toBe(final)
  })

  it.each([
    ['at 100', 100_00, 100_00],
    ['at 102.50', 102_50, 102_50],
    ['by nothing', null, 105_00],
  ])('Article 24: 科技处 comes to 105, capped %s', async (_, cap, final) => {
    const year = await livedYear({ cap })
    expect(await year.finalOf('XZ02')).toBe(final)
  })

  it.each([
    [2, 89_09],
    [1, 89_10],
    [0, 89_00],
  ])('rulebook 5.1: 89.094 is rounded once, to %i decimals', async (rounding, final) => {
    const year = await livedYear({ rounding })
    expect(await year.finalOf('XZ01')).toBe(final)
  })
})

describe('grades', () => {
  const half = { JX02: [89.5, 89.5, 89.5, 89.5, 89.5, 89.5], FY01: [69.5, 69.5, 69.5, 69.5, 69.5, 69.5] }

  it.each([
    ['exact', 'refused: ineligible-units', [], { JX02: 'qualified', FY01: 'unqualified' }],
    ['integer', 'results-ratified', ['JX02'], { JX02: 'excellent', FY01: 'qualified' }],
  ] as const)('Article 25: 89.50 and 69.50 under bands that are %s', async (bands, code, named, grades) => {
    const year = await livedYear({ bands }, half)
    expect([await year.finalOf('JX02'), await year.finalOf('FY01')]).toEqual([89_50, 69_50])
    await comesToResults(year, 100)
    expect(await names(year, ['JX02'])).toBe(code)
    if (code !== 'results-ratified') expect(await names(year, named)).toBe('results-ratified')
    expect(await year.grades()).toMatchObject(grades)
  })

  it.each([
    ['floor', 50, 1],
    ['half-up', 50, 2],
    ['half-up', 40, 1],
    ['ceil', 40, 2],
  ] as const)(
    'Article 25: of three units, %s of %i percent is %i',
    async (quotaRounding, percent, places) => {
      const year = await livedYear({ quotaRounding })
      await comesToResults(year, percent)
      const both = await names(year, ['JX02', 'FY01'])
      expect(both).toBe(places === 2 ? 'results-ratified' : 'refused: ineligible-units')
      if (places === 1) expect(await names(year, ['JX02'])).toBe('results-ratified')
      expect(await year.grades()).toMatchObject({
        JX02: 'excellent',
        FY01: places === 2 ? 'excellent' : 'qualified',
        JX01: 'qualified',
      })
    },
  )

  const freed: readonly (readonly [ChosenValues['freedPlace'] & string, string, string])[] = [
    ['next', 'results-ratified', 'excellent'],
    ['empty', 'refused: ineligible-units', 'qualified'],
  ]
  it.each(freed)('Article 27: the first fails a gate, its place: %s', async (freedPlace, code, grade) => {
    const year = await livedYear({ freedPlace })
    await comesToResults(year, 34, ['JX02'])
    expect(await names(year, ['JX02'])).toBe('refused: ineligible-units')
    expect(await names(year, ['FY01'])).toBe(code)
    if (code !== 'results-ratified') expect(await names(year, [])).toBe('results-ratified')
    expect(await year.grades()).toMatchObject({ JX02: 'qualified', FY01: grade })
  })

  it('Article 25: stand once they are ratified, with all that they were worked out by', async () => {
    const year = await livedYear({})
    await comesToResults(year, 34)
    await names(year, ['JX02'])
    const wish = { bands: 'exact', quotaRounding: 'floor', freedPlace: 'empty' } as const
    expect(await chooses(year.db, 'OF1', 'grading', wish)).toBe('refused: frozen-year')
  })
})
