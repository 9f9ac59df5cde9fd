/** What every workbook that we hand out has: bold headers that stay in sight, drop-down lists, a sheet that explains. */
import type { Workbook, Worksheet } from 'exceljs'

export type { Workbook, Worksheet } from 'exceljs'

/** The spreadsheet library is big and seldom needed, so it is loaded when a workbook goes out. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: exceljs } = await import('exceljs')
  return new exceljs.Workbook()
}

export async function bytesOf(workbook: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

export interface TableColumn {
  readonly key: string
  readonly header: string
  /** In characters. */
  readonly width: number
  /** Numbers may be typed as numbers; all else is text, so that leading zeros stay. */
  readonly numeric?: boolean
  /** Several lines of text stand one below the other. */
  readonly wraps?: boolean
}

/** Adds a sheet with its headers in row 1. */
export function addTable(workbook: Workbook, name: string, columns: readonly TableColumn[]): Worksheet {
  const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  worksheet.columns = columns.map(({ key, header, width, numeric, wraps }) => ({
    header,
    key,
    width,
    style: {
      ...(numeric ? {} : { numFmt: '@' }),
      ...(wraps ? { alignment: { wrapText: true, vertical: 'top' } } : {}),
    },
  }))
  embolden(worksheet)
  return worksheet
}

/** Offers a list in the rows 2 to `rows` of a column. `source`: the words, or a range as `'列表'!$A$1:$A$9`. */
export function offerList(
  worksheet: Worksheet,
  column: string,
  source: readonly string[] | string,
  rows: number,
): void {
  const words = typeof source === 'string' ? '' : `可选：${source.join('、')}`.slice(0, 200)
  const formula = typeof source === 'string' ? source : `"${source.join(',')}"`
  for (let row = 2; row <= rows; row++) {
    worksheet.getRow(row).getCell(column).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: true,
      errorTitle: '请从列表中选择',
      error: words || '请从下拉列表中选择。',
    }
  }
}

/** The sheet 说明: what to fill in where. */
export function addExplanation(
  workbook: Workbook,
  header: string,
  lines: readonly (readonly [where: string, text: string])[],
): void {
  const worksheet = workbook.addWorksheet('说明')
  worksheet.columns = [
    { header, width: 14 },
    { header: '填写说明', width: 100, style: { alignment: { wrapText: true, vertical: 'top' } } },
  ]
  embolden(worksheet)
  for (const line of lines) worksheet.addRow([...line])
}

export function embolden(worksheet: Worksheet): void {
  const header = worksheet.getRow(1)
  header.font = { bold: true }
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEFF' } }
}
