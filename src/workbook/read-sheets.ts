/** Reads a workbook into text cells; what cannot be read at all is said with its reason. */
import type { Row, Worksheet } from 'exceljs'
import { cellLines, cellText } from './cell-text.ts'
import type { Sheet, SheetLayout, SheetRow, Sheets } from './sheets.ts'
import type { Unreadable } from './unreadable.ts'
import { inspectZip } from './zip-guard.ts'

type Layouts<Key extends string> = { readonly [sheet in Key]: SheetLayout }
export type ReadSheets<Key extends string> =
  | { readonly sheets: Sheets<Key> }
  | { readonly unreadable: Unreadable }

/** Parts that nobody reads here; exceljs unfolds their ranges cell by cell, a million where the file says so. */
const IGNORED = [
  'dataValidations',
  'mergeCells',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'extLst',
  'tableParts',
]

/** The sheets of the layout that are there. The spreadsheet library is big and seldom needed, so it is loaded when a workbook comes. */
export async function readSheets<Key extends string>(
  bytes: Uint8Array,
  layouts: Layouts<Key>,
): Promise<ReadSheets<Key>> {
  const unreadable = inspectZip(bytes)
  if (unreadable) return { unreadable }
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  try {
    await workbook.xlsx.load(bufferOf(bytes), { ignoreNodes: IGNORED })
  } catch {
    return { unreadable: 'truncated' }
  }
  const sheets = sheetsIn(workbook.worksheets, layouts)
  return Object.keys(sheets).length === 0 ? { unreadable: 'no-sheet' } : { sheets }
}

function sheetsIn<Key extends string>(worksheets: readonly Worksheet[], layouts: Layouts<Key>): Sheets<Key> {
  const found: { [sheet in Key]?: Sheet } = {}
  // Object.keys answers string[], though the type of `layouts` lists its keys.
  for (const key of Object.keys(layouts) as Key[]) {
    const worksheet = worksheets.find((one) => one.name.trim() === layouts[key].name)
    if (worksheet) found[key] = readSheet(worksheet, layouts[key])
  }
  return found
}

/** The headers are in row 1, in any order; columns that we do not know and empty rows are passed over. */
function readSheet(worksheet: Worksheet, layout: SheetLayout): Sheet {
  const headers = headersOf(worksheet, layout)
  const rows: SheetRow[] = []
  worksheet.eachRow((row, number) => {
    if (number === 1) return
    const cells = cellsOf(row, headers)
    if (Object.values(cells).some((text) => text !== '')) rows.push({ row: number, cells })
  })
  return { columns: headers.map(({ column }) => column), rows }
}

interface Header {
  readonly column: string
  readonly position: number
  readonly read: typeof cellText
}

function headersOf(worksheet: Worksheet, { columns, texts = [] }: SheetLayout): Header[] {
  const headers: Header[] = []
  worksheet.getRow(1).eachCell((cell, position) => {
    const header = cellText(cell).toLowerCase()
    const column = Object.entries(columns).find(([, name]) => name === header)?.[0]
    if (column) headers.push({ column, position, read: texts.includes(column) ? cellLines : cellText })
  })
  return headers
}

function cellsOf(row: Row, headers: readonly Header[]): { [column: string]: string } {
  return Object.fromEntries(
    headers.map(({ column, position, read }) => [column, read(row.getCell(position))]),
  )
}

/** exceljs's types ask for the Buffer of an older @types/node; on Workers it is there by nodejs_compat. */
function bufferOf(bytes: Uint8Array): Buffer & ArrayBuffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as Buffer & ArrayBuffer
}
