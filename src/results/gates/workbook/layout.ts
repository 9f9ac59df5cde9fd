/** The sheet 一票否决 as lead units see it. */
import type { CellFault, StructureProblem } from '../../../workbook/fault.ts'
import type { SheetLayout } from '../../../workbook/sheets.ts'

export const GATE_COLUMNS = {
  area: '工作',
  unit: '单位编号',
  name: '单位',
  verdict: '结论',
  reason: '原因',
} as const

export type GateColumn = keyof typeof GATE_COLUMNS

export const GATE_SHEET: { readonly gates: SheetLayout } = {
  gates: { name: '一票否决', columns: GATE_COLUMNS, texts: ['reason'] },
}

export const VERDICT_WORDS = { pass: '合格', fail: '不合格' } as const

/** What can be wrong on it; `wording` has the sentences. */
export type GateProblem =
  | StructureProblem
  | { readonly code: 'empty-cell' }
  | { readonly code: 'foreign-area' }
  | { readonly code: 'unknown-unit' }
  | { readonly code: 'other-name'; readonly name: string }
  | { readonly code: 'repeated-row'; readonly firstRow: number }
  | { readonly code: 'unlisted-verdict' }
  | { readonly code: 'emptied-verdict' }
  | { readonly code: 'verdictless-reason' }
  | { readonly code: 'missing-reason' }
  | { readonly code: 'old-reason' }
  | { readonly code: 'long-reason' }

export type GateCellFault = CellFault<'gates', GateProblem>
