/** 一票否决报告表: made for one person, with the areas that this person reports on and what was said already. */
import { addExplanation, addTable, bytesOf, newWorkbook, offerList } from '../../../workbook/template.ts'
import type { GateDesk } from './desk.ts'
import { GATE_COLUMNS, GATE_SHEET, VERDICT_WORDS } from './layout.ts'

export const TEMPLATE_NAME = '一票否决报告表.xlsx'

export async function gateTemplate(desk: GateDesk): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const worksheet = addTable(workbook, GATE_SHEET.gates.name, [
    { key: 'area', header: GATE_COLUMNS.area, width: 28 },
    { key: 'unit', header: GATE_COLUMNS.unit, width: 12 },
    { key: 'name', header: GATE_COLUMNS.name, width: 30 },
    { key: 'verdict', header: GATE_COLUMNS.verdict, width: 10 },
    { key: 'reason', header: GATE_COLUMNS.reason, width: 60, wraps: true },
  ])
  for (const { area, head } of desk.areas)
    for (const { id, name } of desk.units) {
      const known = head.state.verdicts[id]
      worksheet.addRow({
        ...{ area: area.name, unit: id, name },
        verdict: known ? VERDICT_WORDS[known.verdict] : null,
        reason: known?.reason ?? null,
      })
    }
  offerList(worksheet, 'verdict', Object.values(VERDICT_WORDS), Math.max(2, worksheet.rowCount))
  addExplanation(workbook, '事项', EXPLANATION)
  return bytesOf(workbook)
}

const EXPLANATION: readonly (readonly [string, string])[] = [
  [
    '用法',
    '在「一票否决」表的「结论」列逐个单位选择合格或不合格，填好后把文件直接发到对话中；核对无误、由您确认后一次导入，有一处错误则全部不导入。',
  ],
  ['结论', '没有结论的单位仍为未报告，不算合格。已报告的结论不能清空。'],
  ['原因', '不合格必须写明原因；已报为不合格的改为合格，须写明更正的理由。'],
  ['其他', '工作、单位编号、表名和表头请不要改动。可以删去不报告的行，删去的单位不受影响。'],
]
