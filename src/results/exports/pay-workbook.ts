/** 绩效工资表 (Article 26): base × (1 ± ratio) for each unit. The ratios and bases may be typed over; the formulas follow. */
import { COHORT_NAMES, GRADE_NAMES, GRADES } from '../../../cards/result-words.ts'
import type { PayPolicy } from '../../policy/rules/policy.ts'
import type { Grade } from '../../store/schema/results.ts'
import {
  addExplanation,
  addTable,
  bytesOf,
  newWorkbook,
  type TableColumn,
  type Workbook,
  type Worksheet,
} from '../../workbook/template.ts'
import type { UnitResult } from '../rules/graded.ts'
import { payOf, payRatioOf } from '../rules/pay.ts'
import { setFormula } from './formula.ts'

export const PAY_SHEET = '绩效工资'
export const RATIO_SHEET = '比例'

const COLUMNS: readonly TableColumn[] = [
  { key: 'unit', header: '单位编号', width: 12 },
  { key: 'name', header: '单位', width: 28 },
  { key: 'cohort', header: '组别', width: 28 },
  { key: 'final', header: '得分', width: 10, numeric: true },
  { key: 'grade', header: '等次', width: 10 },
  { key: 'base', header: '基数（元）', width: 16, numeric: true },
  { key: 'ratio', header: '增减比例', width: 12, numeric: true },
  { key: 'pay', header: '奖励性绩效工资（元）', width: 22, numeric: true },
  { key: 'difference', header: '增减额（元）', width: 16, numeric: true },
]
const RATIO_COLUMNS: readonly TableColumn[] = [
  { key: 'grade', header: '等次', width: 12 },
  { key: 'ratio', header: '增减比例', width: 14, numeric: true },
  { key: 'source', header: '来源', width: 30 },
]
const AMOUNT = '#,##0.00'
const PERCENT = '0.00%'

export interface PayFacts {
  readonly year: number
  readonly results: readonly UnitResult[]
  readonly pay: PayPolicy
  /** Number of the notice that confirmed the policy. */
  readonly notice: string | null
}

export async function payWorkbook(facts: PayFacts): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  // What opens it computes the formulas anew, whatever stands in their cells.
  workbook.calcProperties.fullCalcOnLoad = true
  addPay(workbook, facts)
  addRatios(workbook, facts)
  addExplanation(workbook, '事项', explain(facts))
  return bytesOf(workbook)
}

function addPay(workbook: Workbook, { results, pay }: PayFacts): void {
  const worksheet = addTable(workbook, PAY_SHEET, COLUMNS)
  const ordered = results.toSorted((a, b) => Number(a.cohort === 'graded') - Number(b.cohort === 'graded'))
  ordered.forEach((one, position) => {
    addUnit(worksheet, position + 2, one, pay)
  })
  addTotals(worksheet, ordered, pay)
}

function addUnit(worksheet: Worksheet, row: number, one: UnitResult, pay: PayPolicy): void {
  const { unit, name, cohort, grade, final } = one
  const base = pay.base === null ? null : pay.base / 100
  worksheet.addRow({
    ...{ unit, name, base, final: final / 100 },
    cohort: COHORT_NAMES[cohort],
    grade: GRADE_NAMES[grade],
  })
  const ratio = payRatioOf(grade, pay)
  const paid = payOf(grade, pay)
  const ratios = `'${RATIO_SHEET}'!$A$2:$A$${GRADES.length + 1}`
  const values = `'${RATIO_SHEET}'!$B$2:$B$${GRADES.length + 1}`
  const found = `INDEX(${values},MATCH(E${row},${ratios},0))`
  setFormula(
    worksheet,
    { row, column: 7 },
    `IF(${found}="","",${found})`,
    ratio === null ? '' : ratio / 10_000,
    PERCENT,
  )
  const known = `OR(F${row}="",G${row}="")`
  const after = `ROUND(F${row}*(1+G${row}),2)`
  const money = (hundredths: number | null): number | string => (hundredths === null ? '' : hundredths / 100)
  setFormula(worksheet, { row, column: 8 }, `IF(${known},"",${after})`, money(paid), AMOUNT)
  const more = paid === null || pay.base === null ? null : paid - pay.base
  setFormula(worksheet, { row, column: 9 }, `IF(H${row}="","",ROUND(H${row}-F${row},2))`, money(more), AMOUNT)
  worksheet.getRow(row).getCell(6).numFmt = AMOUNT
  worksheet.getRow(row).getCell(4).numFmt = AMOUNT
}

function addTotals(worksheet: Worksheet, results: readonly UnitResult[], pay: PayPolicy): void {
  const row = results.length + 2
  const last = Math.max(2, results.length + 1)
  worksheet.addRow({ name: '合计' })
  worksheet.getRow(row).font = { bold: true }
  const paid = results.map(({ grade }) => payOf(grade, pay))
  const sum = (list: readonly (number | null)[]): number =>
    list.reduce<number>((total, one) => total + (one ?? 0), 0) / 100
  const bases = results.map(() => pay.base)
  const differences = paid.map((one) => (one === null || pay.base === null ? null : one - pay.base))
  for (const [column, letter, total] of [
    [6, 'F', sum(bases)],
    [8, 'H', sum(paid)],
    [9, 'I', sum(differences)],
  ] as const)
    setFormula(worksheet, { row, column }, `SUM(${letter}2:${letter}${last})`, total, AMOUNT)
}

function addRatios(workbook: Workbook, { pay, notice }: PayFacts): void {
  const worksheet = addTable(workbook, RATIO_SHEET, RATIO_COLUMNS)
  GRADES.forEach((grade: Grade, position) => {
    const ratio = payRatioOf(grade, pay)
    worksheet.addRow({
      grade: GRADE_NAMES[grade],
      ratio: ratio === null ? null : ratio / 10_000,
      source: ratio === null ? '政策未定，请按通知填写' : (notice ?? '年度政策'),
    })
    worksheet.getRow(position + 2).getCell(2).numFmt = PERCENT
  })
}

const explain = ({ year }: PayFacts): (readonly [string, string])[] => [
  ['用途', `${year}年度考核结果与奖励性绩效工资挂钩（方案第26条）。`],
  ['基数', '在「绩效工资」表的「基数（元）」列填写各单位的基数，政策定有基数的已填好，可以更改。'],
  ['比例', '「比例」表中优秀、合格为增加，不合格为减少（负数）。改动后各单位自动重算。'],
  ['公式', '奖励性绩效工资＝基数×（1＋增减比例），四舍五入到分；合计自动汇总。'],
]
