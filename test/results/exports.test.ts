import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssessmentState } from '../../src/assessment/rules/assessment.ts'
import type { Entries, Entry } from '../../src/assessment/rules/entry.ts'
import { finalOf } from '../../src/assessment/rules/final-of.ts'
import type { AssessedGoal } from '../../src/assessment/rules/goal.ts'
import type { OpenYear } from '../../src/policy/queries.ts'
import { type PayPolicy, type Policy, REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { linesOfYear } from '../../src/results/exports/lines.ts'
import { payWorkbook } from '../../src/results/exports/pay-workbook.ts'
import { resultsWorkbook } from '../../src/results/exports/results-workbook.ts'
import { resultsOf, type UnitResult } from '../../src/results/rules/graded.ts'
import { payOf } from '../../src/results/rules/pay.ts'
import type { ScoredUnit } from '../../src/results/rules/scored.ts'
import { calculated } from '../world/libreoffice.ts'

type Decided = Extract<AssessmentState, { readonly status: 'decided' }>
const SIGNED = { id: 'WG1', name: '组长' }
const TYPES = ['key', 'special', 'routine'] as const

const aGoal = fc.record({
  type: fc.constantFrom(...TYPES),
  weight: fc.integer({ min: 1, max: 500 }),
  points: fc.array(fc.integer({ min: 1, max: 40_00 }), { maxLength: 4 }),
  score: fc.integer({ min: 40, max: 100 }),
})

/** A year of units that were assessed, drawn once. */
function drawYear(graded: boolean, seed: number) {
  const [list] = fc.sample(
    fc.array(fc.array(aGoal, { minLength: 1, maxLength: 8 }), { minLength: 12, maxLength: 12 }),
    {
      numRuns: 1,
      seed,
    },
  )
  return (list ?? []).map((goals, i) => {
    const unit = `${graded ? 'XZ' : 'JX'}${String(i).padStart(2, '0')}`
    const assessed = goals.map(
      ({ type, weight }, at): AssessedGoal => ({
        ...{ id: `${unit}-${at}`, number: at + 1, type, weight, title: `=1+${at}`, content: '', measure: '' },
        ...{ criterion: '按期完成', dueOn: null },
      }),
    )
    const agreed: Entries = Object.fromEntries(
      goals.map(({ points, score }, at): [string, Entry] => [
        `${unit}-${at}`,
        graded
          ? {
              kind: 'level',
              level: score >= 90 ? 1 : score >= 70 ? 2 : 3,
              score: score * 100,
              reason: '有差距',
            }
          : {
              kind: 'deductions',
              deductions: points.map((one) => ({ points: one, reason: '=未完成', criterion: '按期完成' })),
            },
      ]),
    )
    const state: Decided = {
      ...{ status: 'decided', regime: graded ? 'graded' : 'standard', goals: assessed, agreed },
      ...{ present: [SIGNED], excused: [], recused: [], quorum: 1, sheets: {}, openedBy: SIGNED, rounds: [] },
      ...{
        openedAt: '2026-12-01T00:00:00.000Z',
        decidedAt: '2026-12-01T00:00:00.000Z',
        final: null,
        received: null,
      },
    }
    return { unit, state }
  })
}

function yearOf(policy: Policy) {
  const drawn = [...drawYear(false, 11), ...drawYear(true, 12)]
  const k = { key: 1_0525, special: 9_800, routine: 1_0210 }
  const coefficients = Object.fromEntries(drawn.map(({ unit }) => [unit, k]))
  const units = drawn.flatMap(({ unit, state }): ScoredUnit[] => {
    const final = finalOf(state, policy, state.regime === 'graded' ? k : null)
    if (final.status !== 'final') return []
    return [{ unit, name: `单位${unit}`, cohort: state.regime, final: final.result.final, failed: [] }]
  })
  const results = resultsOf(units, [], policy)
  const open = { year: 2026, policy, coefficients } as unknown as OpenYear
  return linesOfYear(results, new Map(drawn.map(({ unit, state }) => [unit, state])), [], open)
}

/** As LibreOffice computes it: nothing that we computed is left in the cells of formulas. */
async function computed(
  bytes: Uint8Array,
  sheets: readonly string[],
  bases: readonly number[] = [],
): Promise<string[][][]> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as never)
  bases.forEach((base, at) => {
    const cell = workbook.getWorksheet('绩效工资')?.getCell(`F${at + 2}`)
    if (cell) cell.value = base / 100
  })
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula }
      }),
    ),
  )
  return calculated(new Uint8Array(await workbook.xlsx.writeBuffer()), sheets)
}

/** `"1000.5"` as `1000.50`; what is empty stays empty. */
const money = (cell: string | undefined): string => {
  const text = bare(cell).replaceAll(',', '')
  return text === '' ? '' : Number(text).toFixed(2)
}
const bare = (cell: string | undefined): string => (cell ?? '').replace(/^"|"$/g, '')

describe('考核结果总表', () => {
  it.each([
    ['the regulation’s own', REGULATION_DEFAULTS],
    [
      'normalised, no cap, a type without goals counts as full',
      { ...REGULATION_DEFAULTS, coefficientFormula: 'normalised', cap: null, missingType: 'full' },
    ],
    [
      'a type without goals counts as zero, one decimal',
      { ...REGULATION_DEFAULTS, missingType: 'zero', rounding: 1 },
    ],
  ] as const)(
    'Articles 23, 24: LibreOffice comes to the same goals, types and totals: %s',
    async (_, policy) => {
      const lines = yearOf(policy)
      const [results = [], goals = [], deductions = []] = await computed(
        await resultsWorkbook(lines, policy),
        ['结果', '目标', '扣分'],
      )
      expect(results).toHaveLength(25)
      for (const row of results.slice(1)) expect(money(row[7]), row.join(' ')).toBe(money(row[4]))
      expect(goals.slice(1).map((row) => money(row[8]))).toEqual(
        lines.goals.map((one) => (one.score / 100).toFixed(2)),
      )
      // What people typed stays text, whatever it begins with.
      expect(bare(goals[1]?.[4])).toBe('=1+0')
      expect(deductions.length).toBe(lines.deductions.length + 1)
    },
  )
})

const unit = (id: string, grade: UnitResult['grade']): UnitResult => ({
  ...{ unit: id, name: `单位${id}`, cohort: 'standard', final: 90_00, failed: [], grade, rank: 1 },
})
const PAY: PayPolicy = { excellentUp: 12_50, qualifiedUp: 3_33, unqualifiedDown: 15_00, base: null }
const RESULTS = [unit('a', 'excellent'), unit('b', 'qualified'), unit('c', 'unqualified')]

const amounts = (cells: readonly string[][]) =>
  cells.slice(1).map((row) => [5, 7, 8].map((at) => money(row[at])))

describe('绩效工资表', () => {
  it('Article 26: LibreOffice computes base × (1 ± ratio) of the bases that the office fills in, and the sums', async () => {
    const bases = [1_234_567, 987_655, 100_001]
    const bytes = await payWorkbook({ year: 2026, results: RESULTS, pay: PAY, notice: '校发1号' })
    const [sheet = []] = await computed(bytes, ['绩效工资'], bases)
    const paid = RESULTS.map(({ grade }, at) => payOf(grade, { ...PAY, base: bases[at] ?? 0 }) ?? 0)
    const say = (hundredths: number): string => (hundredths / 100).toFixed(2)
    const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)
    expect(amounts(sheet)).toEqual([
      ...paid.map((one, at) => [bases[at] ?? 0, one, one - (bases[at] ?? 0)].map(say)),
      [sum(bases), sum(paid), sum(paid) - sum(bases)].map(say),
    ])
    expect(sheet.slice(1).map((row) => row[6])).toEqual(['12.5%', '3.33%', '-15%', ''])
  })

  it('takes the base of the policy where there is one, and stays empty where the notice has no ratio', async () => {
    const one = await payWorkbook({
      year: 2026,
      results: RESULTS,
      pay: { ...PAY, base: 100_000 },
      notice: null,
    })
    const [sheet = []] = await computed(one, ['绩效工资'])
    expect(amounts(sheet)[0]).toEqual(['1000.00', '1125.00', '125.00'])
    const none = { excellentUp: null, qualifiedUp: null, unqualifiedDown: null, base: 100_000 }
    const [empty = []] = await computed(
      await payWorkbook({ year: 2026, results: RESULTS, pay: none, notice: null }),
      ['绩效工资'],
    )
    expect(amounts(empty)[0]).toEqual(['1000.00', '', ''])
  })

  it('has live formulas, with what they come to already in the cells', async () => {
    const bytes = await payWorkbook({
      year: 2026,
      results: RESULTS,
      pay: { ...PAY, base: 100_000 },
      notice: null,
    })
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(Buffer.from(bytes) as never)
    expect(workbook.getWorksheet('绩效工资')?.getCell('H2').value).toMatchObject({
      formula: 'IF(OR(F2="",G2=""),"",ROUND(F2*(1+G2),2))',
      result: 1125,
    })
  })

  it('Article 26: pay is base × (1 ± ratio), half up, in whole hundredths of a yuan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 0, max: 10_000 }),
        (base, ratio) => {
          const pay = { excellentUp: ratio, qualifiedUp: 0, unqualifiedDown: ratio, base }
          const exact = (sign: bigint) =>
            Number((BigInt(base) * (10_000n + sign * BigInt(ratio)) * 2n + 10_000n) / 20_000n)
          expect(payOf('excellent', pay)).toBe(exact(1n))
          expect(payOf('unqualified', pay)).toBe(exact(-1n))
          expect(payOf('qualified', pay)).toBe(base)
        },
      ),
    )
  })
})
