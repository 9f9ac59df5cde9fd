/** A workbook as people see it, and its cells as text before anything is checked. */
export interface SheetLayout {
  readonly name: string
  /** Our term → the header. */
  readonly columns: { readonly [column: string]: string }
  /** Columns of free text, which keep their lines and letters; all others are read as one plain line. */
  readonly texts?: readonly string[]
}

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
export type Sheets<Key extends string> = { readonly [sheet in Key]?: Sheet }

/** A sheet from plain rows, in the order of the layout's columns. */
export function sheetFrom(layout: SheetLayout, rows: readonly (readonly string[])[]): Sheet {
  const columns = Object.keys(layout.columns)
  return {
    columns,
    rows: rows.map((cells, i) => ({
      row: i + 2,
      cells: Object.fromEntries(columns.map((column, j) => [column, cells[j] ?? ''])),
    })),
  }
}
