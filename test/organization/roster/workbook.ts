import exceljs, { type CellValue } from 'exceljs'
import { LAYOUT, SHEETS, type SheetKey } from '../../../src/organization/roster/layout.ts'
import type { RosterSheets } from '../../../src/organization/roster/sheets.ts'

/** A workbook with the rows as text; `edit` may type cells otherwise before it is written. */
export async function workbookOf(
  sheets: RosterSheets,
  edit: (
    cell: (key: SheetKey, address: string, value: CellValue, format?: string) => void,
  ) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  for (const key of SHEETS) {
    const worksheet = workbook.addWorksheet(LAYOUT[key].name)
    worksheet.addRow(Object.values(LAYOUT[key].columns))
    for (const { cells } of sheets[key]?.rows ?? [])
      worksheet.addRow(Object.keys(LAYOUT[key].columns).map((column) => cells[column] ?? ''))
  }
  edit((key, address, value, format) => {
    const cell = workbook.getWorksheet(LAYOUT[key].name)?.getCell(address)
    if (!cell) throw new Error(`no cell ${address}`)
    cell.value = value
    if (format) cell.numFmt = format
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
