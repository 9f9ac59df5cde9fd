import type { Worksheet } from '../../workbook/template.ts'

/** A cell that the spreadsheet computes; `result` is shown until it does, and by what never does. */
export function setFormula(
  worksheet: Worksheet,
  at: { readonly row: number; readonly column: number },
  formula: string,
  result: number | string | null,
  format?: string,
): void {
  const cell = worksheet.getRow(at.row).getCell(at.column)
  cell.value = { formula, ...(result !== null && { result }) }
  if (format !== undefined) cell.numFmt = format
}
