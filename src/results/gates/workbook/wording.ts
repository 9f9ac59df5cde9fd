import { sayInstant } from '../../../kernel/time.ts'
import type { Wording } from '../../../kernel/view.ts'
import type { Unreadable } from '../../../workbook/unreadable.ts'
import {
  UNREADABLE as OF_ANY_WORKBOOK,
  quote,
  STRUCTURE_SENTENCES,
  sayPlace as sayPlaceIn,
} from '../../../workbook/wording.ts'
import { LONGEST_REASON } from '../../rules/gate-lines.ts'
import type { GateWorkbookRefusal } from '../../rules/gate-workbook.ts'
import type { GateWorkbookDone } from './commands.ts'
import { GATE_SHEET, type GateCellFault, type GateProblem } from './layout.ts'

export const gateWorkbookWording = {
  'unread-gates': () => '这份报告表还没有读取成功，请重新发送 .xlsx 文件。',
  'applied-gates': ({ at }) => `这份报告表已于${sayInstant(at)}导入，不必再次确认。`,
  'dropped-gates': ({ at }) => `这份报告表已于${sayInstant(at)}放弃，需要时请重新发送文件。`,
  'faulty-gates': ({ faults }) => `报告表有${faults}处错误，没有导入，请更正后重新发送。`,
  'stale-gates': () => '核对之后又有新的报告，没有导入，请看新的核对结果后再确认。',
  'unchanged-gates': () => '报告表与已报告的内容一致，没有需要导入的内容。',
  'gates-read': () => '报告表已读取，请看核对结果。',
  'gates-applied': ({ pass, fail }) => `已记录：合格${pass}个，不合格${fail}个。`,
  'gates-dropped': () => '已放弃，报告没有任何改动。',
} satisfies Wording<GateWorkbookRefusal | GateWorkbookDone>

/** Why a file could not be read, and what to do. */
export const UNREADABLE: { readonly [reason in Unreadable]: string } = {
  ...OF_ANY_WORKBOOK,
  'no-sheet': '里没有「一票否决」工作表。请发送「关口模板」下载报告表，填好后重新发送。',
}

const SENTENCES = {
  ...STRUCTURE_SENTENCES,
  'empty-cell': () => '不能为空，请按模板填写',
  'foreign-area': () => '不是由您报告的工作，请按模板填写，不要改动',
  'unknown-unit': () => '不在本年度考核单位中，请按模板填写，不要改动',
  'other-name': ({ name }) => `与单位编号不符，该编号是${name}`,
  'repeated-row': ({ firstRow }) => `与第${firstRow}行是同一单位，请只保留一行`,
  'unlisted-verdict': () => '不在可选范围内，请选择合格或不合格',
  'emptied-verdict': () => '该单位已经报告，不能清空，请保留合格或不合格',
  'verdictless-reason': () => '写了原因但没有结论，请选择合格或不合格',
  'missing-reason': () => '不合格须写明原因',
  'old-reason': () => '由不合格改为合格，须另写更正的理由',
  'long-reason': () => `超过${LONGEST_REASON}字，请写得简短些`,
} satisfies Wording<GateProblem>

export const sayPlace = (fault: GateCellFault): string => sayPlaceIn(GATE_SHEET.gates, fault)

/** What is wrong, with what was written: `“通过”不在可选范围内，请选择合格或不合格`. */
export function sayProblem({ value, problem }: GateCellFault): string {
  // Each sentence is checked against its own problem above; here they meet as data.
  const sentence = SENTENCES[problem.code] as (facts: GateProblem) => string
  return `${problem.code === 'long-reason' ? '' : quote(value)}${sentence(problem)}`
}
