/** The cells of a roster as text, before anything is checked: from a workbook, or written as data. */
import { LAYOUT, type SheetKey } from './layout.ts'

export interface SheetRow {
  /** As the spreadsheet counts: the headers are row 1. */
  readonly row: number
  readonly cells: { readonly [column: string]: string }
}

export interface Sheet {
  /** Our terms for the headers that were found, in their order; one found twice is there twice. */
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
}

/** A sheet that is not in the workbook is absent. */
export type RosterSheets = { readonly [sheet in SheetKey]?: Sheet }

/** A sheet from plain rows, in the order of the layout's columns. */
export function sheetOf(key: SheetKey, rows: readonly (readonly string[])[]): Sheet {
  const columns = Object.keys(LAYOUT[key].columns)
  return {
    columns,
    rows: rows.map((cells, i) => ({
      row: i + 2,
      cells: Object.fromEntries(columns.map((column, j) => [column, cells[j] ?? ''])),
    })),
  }
}
