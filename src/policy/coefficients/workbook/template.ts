/** 权重系数表: every graded unit that takes part, with what is set, or what last year's suggest. */
import type { CoefficientRow } from '../../../../cards/coefficient-list.ts'
import { addExplanation, addTable, bytesOf, newWorkbook } from '../../../workbook/template.ts'
import { COEFFICIENT_COLUMNS, COEFFICIENT_SHEET, TYPE_COLUMNS } from './layout.ts'

export const TEMPLATE_NAME = '权重系数表.xlsx'

export async function coefficientTemplate(rows: readonly CoefficientRow[]): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const figures = TYPE_COLUMNS.map((key) => ({
    ...{ key, header: COEFFICIENT_COLUMNS[key], width: 12, numeric: true },
  }))
  const worksheet = addTable(workbook, COEFFICIENT_SHEET.coefficients.name, [
    { key: 'unit', header: COEFFICIENT_COLUMNS.unit, width: 14 },
    { key: 'name', header: COEFFICIENT_COLUMNS.name, width: 34 },
    ...figures,
  ])
  for (const { id, name, coefficients } of rows)
    worksheet.addRow({
      ...{ unit: id, name },
      ...Object.fromEntries(
        TYPE_COLUMNS.map((type) => [type, coefficients === null ? null : coefficients[type] / 10_000]),
      ),
    })
  for (const type of TYPE_COLUMNS) worksheet.getColumn(type).numFmt = '0.0000'
  addSuggested(worksheet, rows)
  addExplanation(workbook, '事项', EXPLANATION)
  return bytesOf(workbook)
}

/** Beside the columns that are read: last year's, to compare or to copy. */
function addSuggested(worksheet: ReturnType<typeof addTable>, rows: readonly CoefficientRow[]): void {
  if (rows.every(({ suggested }) => suggested === null)) return
  TYPE_COLUMNS.forEach((type, position) => {
    const column = worksheet.getColumn(COLUMNS + position + 1)
    column.values = [
      `去年${COEFFICIENT_COLUMNS[type]}`,
      ...rows.map(({ suggested }) => (suggested === null ? null : suggested[type] / 10_000)),
    ]
    column.width = 12
    column.numFmt = '0.0000'
  })
}

const COLUMNS = Object.keys(COEFFICIENT_COLUMNS).length

const EXPLANATION: readonly (readonly [string, string])[] = [
  [
    '用法',
    '在「权重系数」表中按当年通知填写各单位的重点、专项、常规系数，填好后把文件直接发到对话中；核对无误、由您确认后一次导入，有一处错误则全部不导入。',
  ],
  ['系数', '0.0001到9.9999，最多四位小数。三项都不填的单位仍为未设置，不会当作1。已设置的不能清空。'],
  [
    '去年',
    '标有「去年」的列只供对照，不会导入；通知写明沿用的，请抄到前面的列，或在卡片上点「全部沿用去年」。',
  ],
  ['其他', '单位编号、表名和表头请不要改动。可以删去不更改的行，删去的单位不受影响。'],
]
