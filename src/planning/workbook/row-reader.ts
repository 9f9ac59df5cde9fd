/** Reads the cells of one row and notes what is wrong with them, so that every wrong cell is found at once. */
import type { SheetRow } from '../../workbook/sheets.ts'
import type { GoalFault, GoalProblem } from './fault.ts'
import type { GoalColumn } from './layout.ts'

export interface RowReader {
  readonly row: number
  text(column: GoalColumn): string
  /** Notes a fault of the cell, once; undefined stands for the value that it lacks. */
  fault(column: GoalColumn, problem: GoalProblem): undefined
  isFaulty(column: GoalColumn): boolean
}

/** What a spreadsheet leaves where a formula failed. */
const ERROR = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/

export function rowReader({ row, cells }: SheetRow, faults: GoalFault[]): RowReader {
  const faulty = new Set<GoalColumn>()
  const written = (column: GoalColumn): string => (cells[column] ?? '').trim()
  const fault = (column: GoalColumn, problem: GoalProblem): undefined => {
    if (!faulty.has(column)) faults.push({ sheet: 'goals', row, column, value: written(column), problem })
    faulty.add(column)
    return undefined
  }
  return {
    row,
    fault,
    isFaulty: (column) => faulty.has(column),
    text(column) {
      if (!ERROR.test(written(column))) return written(column)
      fault(column, { code: 'error-cell' })
      return ''
    },
  }
}
