/** The sheet 权重系数 as the office sees it. */
import type { CellFault, StructureProblem } from '../../../workbook/fault.ts'
import type { SheetLayout } from '../../../workbook/sheets.ts'

export const COEFFICIENT_COLUMNS = {
  unit: '单位编号',
  name: '单位',
  key: '重点',
  special: '专项',
  routine: '常规',
} as const

export type CoefficientColumn = keyof typeof COEFFICIENT_COLUMNS

export const TYPE_COLUMNS = ['key', 'special', 'routine'] as const satisfies readonly CoefficientColumn[]

export const COEFFICIENT_SHEET: { readonly coefficients: SheetLayout } = {
  coefficients: { name: '权重系数', columns: COEFFICIENT_COLUMNS },
}

/** What can be wrong on it; `wording` has the sentences. */
export type CoefficientProblem =
  | StructureProblem
  | { readonly code: 'empty-cell' }
  | { readonly code: 'unknown-unit' }
  | { readonly code: 'ungraded-unit' }
  | { readonly code: 'scored-unit' }
  | { readonly code: 'other-name'; readonly name: string }
  | { readonly code: 'repeated-row'; readonly firstRow: number }
  | { readonly code: 'no-number' }
  | { readonly code: 'fine-number' }
  | { readonly code: 'wide-number' }
  | { readonly code: 'emptied-coefficients' }

export type CoefficientFault = CellFault<'coefficients', CoefficientProblem>
