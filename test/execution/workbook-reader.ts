/** Reads a workbook that was handed out, as a spreadsheet does. */
import exceljs, { type CellValue, type Workbook } from 'exceljs'

export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new exceljs.Workbook()
  // exceljs's types ask for the Buffer of an older @types/node.
  await workbook.xlsx.load(Buffer.from(bytes) as Buffer & ArrayBuffer)
  return workbook
}

/** The rows of a sheet by their headers; empty cells are absent. */
export function recordsOf(workbook: Workbook, name: string): { readonly [header: string]: CellValue }[] {
  const sheet = workbook.getWorksheet(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  const headers = new Map<number, string>()
  sheet.getRow(1).eachCell((cell, position) => headers.set(position, cell.text))
  const records: { [header: string]: CellValue }[] = []
  sheet.eachRow((row, number) => {
    if (number === 1) return
    const record: { [header: string]: CellValue } = {}
    row.eachCell((cell, position) => {
      record[headers.get(position) ?? ''] = cell.value
    })
    records.push(record)
  })
  return records
}
