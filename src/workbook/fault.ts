/** What is wrong in a workbook: data with its place, so that every wrong cell is named at once. */
import type { SheetLayout, Sheets } from './sheets.ts'

/** What is wrong with a sheet as a whole: without its columns no cell can be judged. */
export type StructureProblem =
  | { readonly code: 'missing-sheet' }
  | { readonly code: 'missing-column' }
  | { readonly code: 'repeated-column' }
  | { readonly code: 'empty-sheet' }

export interface CellFault<Key extends string, Problem> {
  readonly sheet: Key
  /** Null: the sheet as a whole. */
  readonly row: number | null
  readonly column: string | null
  readonly value: string
  readonly problem: Problem
}

/** Sheets and columns that are missing or twice there. */
export function structureFaults<Key extends string>(
  key: Key,
  { columns }: SheetLayout,
  sheets: Sheets<Key>,
  mayBeEmpty: boolean,
): CellFault<Key, StructureProblem>[] {
  const sheet = sheets[key]
  const fault = (
    row: number | null,
    column: string | null,
    code: StructureProblem['code'],
  ): CellFault<Key, StructureProblem> => ({ sheet: key, row, column, value: '', problem: { code } })
  if (!sheet) return [fault(null, null, 'missing-sheet')]
  const missing = Object.keys(columns).filter((column) => !sheet.columns.includes(column))
  const repeated = sheet.columns.filter((column, i) => sheet.columns.indexOf(column) !== i)
  return [
    ...missing.map((column) => fault(null, column, 'missing-column')),
    ...[...new Set(repeated)].map((column) => fault(1, column, 'repeated-column')),
    ...(sheet.rows.length === 0 && !mayBeEmpty ? [fault(null, null, 'empty-sheet')] : []),
  ]
}
