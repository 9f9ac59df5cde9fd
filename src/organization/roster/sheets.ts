/** The cells of a roster as text, before anything is checked: from a workbook, or written as data. */
import { type Sheet, type Sheets, sheetFrom } from '../../workbook/sheets.ts'
import { LAYOUT, type SheetKey } from './layout.ts'

export type RosterSheets = Sheets<SheetKey>

/** A sheet from plain rows, in the order of the layout's columns. */
export const sheetOf = (key: SheetKey, rows: readonly (readonly string[])[]): Sheet =>
  sheetFrom(LAYOUT[key], rows)
