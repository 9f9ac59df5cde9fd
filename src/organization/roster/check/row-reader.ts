/** Reads the cells of one row and notes what is wrong with them, so that every wrong cell is found at once. */
import type { SheetRow } from '../../../workbook/sheets.ts'
import type { SheetKey } from '../layout.ts'
import type { Problem, RosterFault } from './fault.ts'

export interface RowReader {
  readonly row: number
  text(column: string): string
  /** Notes a fault of the cell; undefined stands for the value that it lacks. */
  fault(column: string, problem: Problem): undefined
  /** The text of a cell that must not be empty, at most `most` characters. */
  filled(column: string, most: number): string | undefined
  /** A cell that may be empty: '' then. */
  optional(column: string, most: number): string | undefined
  /** A number of the university's own (工号, 单位编号): letters, digits, `-`, `_`, `.`. */
  id(column: string): string | undefined
}

export function rowReader(sheet: SheetKey, { row, cells }: SheetRow, faults: RosterFault[]): RowReader {
  const text = (column: string): string => (cells[column] ?? '').trim()
  const fault = (column: string, problem: Problem): undefined => {
    faults.push({ sheet, row, column, value: text(column), problem })
    return undefined
  }
  const optional = (column: string, most: number): string | undefined =>
    text(column).length > most ? fault(column, { code: 'long-text', most }) : text(column)
  const filled = (column: string, most: number): string | undefined =>
    text(column) === '' ? fault(column, { code: 'empty-cell' }) : optional(column, most)
  return {
    row,
    text,
    fault,
    filled,
    optional,
    id(column) {
      const id = filled(column, 32)
      if (id === undefined) return undefined
      return /^[\w.-]+$/.test(id) ? id : fault(column, { code: 'malformed-id' })
    },
  }
}

/** Notes a value that stands in an earlier row as well. Empty values are no repetition. */
export function uniqueIn(
  seen: Map<string, number>,
  reader: RowReader,
  column: string,
  value: string | undefined,
): void {
  if (value === undefined || value === '') return
  const firstRow = seen.get(value)
  if (firstRow === undefined) seen.set(value, reader.row)
  else reader.fault(column, { code: 'repeated-value', firstRow })
}

/** The rows that could be read whole. */
export function whole<T>(rows: readonly (T | undefined)[]): T[] {
  return rows.filter((row) => row !== undefined)
}
