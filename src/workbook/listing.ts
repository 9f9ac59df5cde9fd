/** A sheet that lists what is known, to be read, sorted and summed: numbers are numbers, days are days, all else is text. */
import type { Instant, LocalDate } from '../kernel/time.ts'
import { asLines } from './cell-text.ts'
import { dayCell, momentCell } from './day-cell.ts'
import { embolden, type Workbook } from './template.ts'

interface ColumnBase {
  readonly header: string
  /** In characters. */
  readonly width: number
}

/** `amount`: hundredths, shown with two decimals; `hundredths`: as many as there are. Null and undefined leave the cell empty. */
export type ListingColumn<Row> = ColumnBase &
  (
    | { readonly kind: 'text' | 'lines'; readonly of: (row: Row) => string | null | undefined }
    | {
        readonly kind: 'whole' | 'amount' | 'hundredths'
        readonly of: (row: Row) => number | null | undefined
      }
    | { readonly kind: 'day'; readonly of: (row: Row) => LocalDate | null | undefined }
    | { readonly kind: 'moment'; readonly of: (row: Row) => Instant | null | undefined }
  )

const FORMATS = {
  text: '@',
  lines: '@',
  whole: '0',
  amount: '#,##0.00',
  hundredths: 'General',
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
} as const

/** A spreadsheet takes no longer text in a cell. */
const LONGEST = 32_000

export function addListing<Row>(
  workbook: Workbook,
  name: string,
  columns: readonly ListingColumn<Row>[],
  rows: readonly Row[],
): void {
  const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  worksheet.columns = columns.map(({ header, width }) => ({ header, width }))
  embolden(worksheet)
  // One style object a column, which exceljs then looks up; a style of the column is copied and hashed for each cell.
  const styles = columns.map(({ kind }) => styleOf(kind))
  for (const row of rows) {
    const added = worksheet.addRow(columns.map((column) => cellOf(column, row)))
    added.eachCell((cell, position) => {
      cell.style = styles[position - 1] ?? {}
    })
  }
  worksheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
}

export const styleOf = (kind: ListingColumn<never>['kind']) => ({
  numFmt: FORMATS[kind],
  ...(kind === 'lines' ? { alignment: { wrapText: true, vertical: 'top' as const } } : {}),
})

/** A text stays a text whatever it begins with: exceljs makes a formula of an object only, never of a string. */
export function cellOf<Row>(column: ListingColumn<Row>, row: Row): string | number | Date | undefined {
  switch (column.kind) {
    case 'text':
    case 'lines':
      return asLines(column.of(row) ?? '').slice(0, LONGEST) || undefined
    case 'whole':
      return column.of(row) ?? undefined
    case 'amount':
    case 'hundredths': {
      const value = column.of(row)
      return value == null ? undefined : value / 100
    }
    case 'day': {
      const day = column.of(row)
      return day ? dayCell(day) : undefined
    }
    case 'moment': {
      const at = column.of(row)
      return at ? momentCell(at) : undefined
    }
  }
}
