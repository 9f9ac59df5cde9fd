/** Reads a roster workbook into text cells; what cannot be read at all is said with its reason. */
import type { Row, Worksheet } from 'exceljs'
import type { Unreadable } from '../rules/roster.ts'
import { cellText } from './cell-text.ts'
import { LAYOUT, SHEETS, type SheetKey } from './layout.ts'
import type { RosterSheets, Sheet, SheetRow } from './sheets.ts'
import { inspectZip } from './zip-directory.ts'

type ReadWorkbook = { readonly sheets: RosterSheets } | { readonly unreadable: Unreadable }

/** Parts that a roster does not need; exceljs unfolds their ranges cell by cell, a million where the file says so. */
const IGNORED = [
  'dataValidations',
  'mergeCells',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'extLst',
  'tableParts',
]

/** The spreadsheet library is big and seldom needed, so it is loaded when a workbook comes. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const unreadable = inspectZip(bytes)
  if (unreadable) return { unreadable }
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  try {
    await workbook.xlsx.load(bufferOf(bytes), { ignoreNodes: IGNORED })
  } catch {
    return { unreadable: 'truncated' }
  }
  const sheets = readSheets(workbook.worksheets)
  return Object.keys(sheets).length === 0 ? { unreadable: 'no-sheet' } : { sheets }
}

function readSheets(worksheets: readonly Worksheet[]): RosterSheets {
  const found: { [sheet in SheetKey]?: Sheet } = {}
  for (const key of SHEETS) {
    const worksheet = worksheets.find((one) => one.name.trim() === LAYOUT[key].name)
    if (worksheet) found[key] = readSheet(key, worksheet)
  }
  return found
}

/** The headers are in row 1, in any order; columns that we do not know and empty rows are passed over. */
function readSheet(key: SheetKey, worksheet: Worksheet): Sheet {
  const headers = headersOf(key, worksheet)
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
}

function headersOf(key: SheetKey, worksheet: Worksheet): Header[] {
  const headers: Header[] = []
  worksheet.getRow(1).eachCell((cell, position) => {
    const header = cellText(cell).toLowerCase()
    const column = Object.entries(LAYOUT[key].columns).find(([, name]) => name === header)?.[0]
    if (column) headers.push({ column, position })
  })
  return headers
}

function cellsOf(row: Row, headers: readonly Header[]): { [column: string]: string } {
  return Object.fromEntries(headers.map(({ column, position }) => [column, cellText(row.getCell(position))]))
}

/** exceljs's types ask for the Buffer of an older @types/node; on Workers it is there by nodejs_compat. */
function bufferOf(bytes: Uint8Array): Buffer & ArrayBuffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as Buffer & ArrayBuffer
}
