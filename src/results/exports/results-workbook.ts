/** 结果总表: units, goals, scores, deductions with reasons, gates, ranks and grades, for the office. */
import { TYPE_NAMES } from '../../../cards/goal-words.ts'
import { COHORT_NAMES, GRADE_NAMES } from '../../../cards/result-words.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import { addListing, type ListingColumn } from '../../workbook/listing.ts'
import { bytesOf, newWorkbook, type Workbook, type Worksheet } from '../../workbook/template.ts'
import type { UnitResult } from '../rules/graded.ts'
import { areaNames } from '../rules/naming.ts'
import { setFormula } from './formula.ts'
import type { DeductionLine, GateLine, GoalLine, TypeLine, YearLines } from './lines.ts'

type TotalPolicy = Pick<Policy, 'coefficientFormula' | 'cap' | 'rounding'>

export const SHEETS = {
  results: '结果',
  types: '类别得分',
  goals: '目标',
  deductions: '扣分',
  gates: '一票否决',
} as const

export async function resultsWorkbook(lines: YearLines, policy: Policy): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  // What opens it computes the formulas anew, whatever stands in their cells.
  workbook.calcProperties.fullCalcOnLoad = true
  addListing(workbook, SHEETS.results, resultColumns(policy), byCohort(lines.results))
  addListing(workbook, SHEETS.types, TYPE_COLUMNS, lines.types)
  addListing(workbook, SHEETS.goals, GOAL_COLUMNS, lines.goals)
  addListing(workbook, SHEETS.deductions, DEDUCTION_COLUMNS, lines.deductions)
  addListing(workbook, SHEETS.gates, GATE_COLUMNS, lines.gates)
  computeGoals(sheetOf(workbook, SHEETS.goals), lines)
  computeTypes(sheetOf(workbook, SHEETS.types), lines)
  computeTotals(sheetOf(workbook, SHEETS.results), lines, policy)
  return bytesOf(workbook)
}

function sheetOf(workbook: Workbook, name: string): Worksheet {
  const worksheet = workbook.getWorksheet(name)
  if (!worksheet) throw new Error(`the workbook has no sheet ${name}`)
  return worksheet
}

/** The standard regime first; inside a cohort best first. */
const byCohort = (results: readonly UnitResult[]): UnitResult[] =>
  results.toSorted((a, b) => Number(a.cohort === 'graded') - Number(b.cohort === 'graded'))

const resultColumns = (policy: Policy): readonly ListingColumn<UnitResult>[] => [
  { header: '单位编号', width: 12, kind: 'text', of: (one) => one.unit },
  { header: '单位', width: 28, kind: 'text', of: (one) => one.name },
  { header: '组别', width: 28, kind: 'text', of: (one) => COHORT_NAMES[one.cohort] },
  { header: '名次', width: 8, kind: 'whole', of: (one) => one.rank },
  { header: '得分', width: 10, kind: 'amount', of: (one) => one.final },
  { header: '等次', width: 10, kind: 'text', of: (one) => GRADE_NAMES[one.grade] },
  { header: '一票否决', width: 30, kind: 'text', of: (one) => areaNames(one.failed, policy).join('、') },
  { header: '复核得分', width: 12, kind: 'amount', of: () => null },
]
const CHECK_COLUMN = 8

const TYPE_COLUMNS: readonly ListingColumn<TypeLine>[] = [
  { header: '单位编号', width: 12, kind: 'text', of: (one) => one.unit },
  { header: '单位', width: 28, kind: 'text', of: (one) => one.name },
  { header: '类型', width: 14, kind: 'text', of: (one) => TYPE_NAMES[one.type] },
  { header: '比例（%）', width: 10, kind: 'whole', of: (one) => one.ratio },
  { header: '权重系数', width: 10, kind: 'hundredths', of: (one) => ratioOf(one) },
  { header: '类别得分', width: 12, kind: 'amount', of: (one) => one.fixed ?? null },
]
const TYPE_SCORE_COLUMN = 6

/** 1.05 where the notice gives 10,500 ten-thousandths, for a column that divides by a hundred. */
const ratioOf = ({ coefficient }: TypeLine): number | null =>
  coefficient === null ? null : coefficient / 100

const GOAL_COLUMNS: readonly ListingColumn<GoalLine>[] = [
  { header: '单位编号', width: 12, kind: 'text', of: (one) => one.unit },
  { header: '单位', width: 28, kind: 'text', of: (one) => one.name },
  { header: '目标', width: 8, kind: 'whole', of: (one) => one.number },
  { header: '类型', width: 14, kind: 'text', of: (one) => TYPE_NAMES[one.type] },
  { header: '目标名称', width: 40, kind: 'text', of: (one) => one.title },
  { header: '评价标准', width: 40, kind: 'lines', of: (one) => one.criterion },
  { header: '权重', width: 8, kind: 'amount', of: (one) => one.weight },
  { header: '等级', width: 8, kind: 'text', of: ({ level }) => (level === null ? '' : LEVELS[level]) },
  { header: '得分', width: 10, kind: 'amount', of: () => null },
]
const GOAL_SCORE_COLUMN = 9
const LEVELS: { readonly [level: number]: string } = { 1: '一级', 2: '二级', 3: '三级' }

const DEDUCTION_COLUMNS: readonly ListingColumn<DeductionLine>[] = [
  { header: '单位编号', width: 12, kind: 'text', of: (one) => one.unit },
  { header: '单位', width: 28, kind: 'text', of: (one) => one.name },
  { header: '目标', width: 8, kind: 'whole', of: (one) => one.goal },
  { header: '目标名称', width: 40, kind: 'text', of: (one) => one.title },
  { header: '扣分', width: 10, kind: 'amount', of: (one) => one.points },
  { header: '扣分理由', width: 50, kind: 'lines', of: (one) => one.reason },
  { header: '依据', width: 40, kind: 'lines', of: (one) => one.criterion },
]

const GATE_COLUMNS: readonly ListingColumn<GateLine>[] = [
  { header: '工作', width: 28, kind: 'text', of: (one) => one.area },
  { header: '牵头部门', width: 18, kind: 'text', of: (one) => one.leadUnit },
  { header: '单位', width: 28, kind: 'text', of: (one) => one.name },
  { header: '结论', width: 10, kind: 'text', of: (one) => one.verdict },
  { header: '原因', width: 50, kind: 'lines', of: (one) => one.reason },
]

/** A goal's score is 100 less its deductions on the sheet 扣分 (Article 23), never below 0. */
function computeGoals(worksheet: Worksheet, { goals, deductions }: YearLines): void {
  const last = Math.max(2, deductions.length + 1)
  const column = (letter: string): string => `'${SHEETS.deductions}'!$${letter}$2:$${letter}$${last}`
  goals.forEach(({ score }, position) => {
    const row = position + 2
    const sum = `SUMIFS(${column('E')},${column('A')},A${row},${column('C')},C${row})`
    setFormula(worksheet, { row, column: GOAL_SCORE_COLUMN }, `MAX(0,100-${sum})`, score / 100, '#,##0.00')
  })
}

/** A type's score is the weighted mean of its goals; what has none is as the policy says. */
function computeTypes(worksheet: Worksheet, { types, goals }: YearLines): void {
  const last = Math.max(2, goals.length + 1)
  const column = (letter: string): string => `'${SHEETS.goals}'!$${letter}$2:$${letter}$${last}`
  types.forEach(({ fixed, mean }, position) => {
    if (fixed !== undefined) return
    const row = position + 2
    const own = `(${column('A')}=A${row})*(${column('D')}=C${row})`
    const formula = `SUMPRODUCT(${own},${column('G')},${column('I')})/SUMPRODUCT(${own},${column('G')})`
    setFormula(worksheet, { row, column: TYPE_SCORE_COLUMN }, formula, mean, '0.0000')
  })
}

/**
 * The final score once more, from the types' scores by the policy's formula (rulebook 5.1): so that anyone can follow
 * it in the sheet. The column 得分 is the exact one.
 */
function computeTotals(worksheet: Worksheet, { results, types }: YearLines, policy: TotalPolicy): void {
  byCohort(results).forEach(({ unit, cohort, final }, position) => {
    const rows = types.flatMap((one, at) => (one.unit === unit ? [at + 2] : []))
    const [first, last] = [rows[0], rows.at(-1)]
    if (first === undefined || last === undefined) return
    const of = (letter: string): string => `'${SHEETS.types}'!$${letter}$${first}:$${letter}$${last}`
    const weights = cohort === 'standard' ? of('D') : `${of('D')},${of('E')}`
    const divisor = policy.coefficientFormula === 'normalised' ? weights : of('D')
    const mean = `SUMPRODUCT(${weights},${of('F')})/SUMPRODUCT(${divisor},--ISNUMBER(${of('F')}))`
    const capped = cohort === 'standard' || policy.cap === null ? mean : `MIN(${policy.cap / 100},${mean})`
    const formula = `ROUND(ROUND(${capped},8),${policy.rounding})`
    const at = { row: position + 2, column: CHECK_COLUMN }
    setFormula(worksheet, at, formula, final / 100, '#,##0.00')
  })
}
