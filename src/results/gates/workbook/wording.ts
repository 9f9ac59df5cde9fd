import type { Wording } from '../../../kernel/view.ts'
import type { SentDone } from '../../../workbook/sent/commands.ts'
import type { SentRefusal } from '../../../workbook/sent/rules/sent-workbook.ts'
import { sentWording } from '../../../workbook/sent/wording.ts'
import type { Unreadable } from '../../../workbook/unreadable.ts'
import {
  UNREADABLE as OF_ANY_WORKBOOK,
  quote,
  STRUCTURE_SENTENCES,
  sayPlace as sayPlaceIn,
} from '../../../workbook/wording.ts'
import type { GateCounts } from '../../rules/gate.ts'
import { LONGEST_REASON } from '../../rules/gate-lines.ts'
import { resultsWording } from '../../wording.ts'
import { GATE_SHEET, type GateCellFault, type GateProblem } from './layout.ts'

/** What the gates' rules refuse is said in their words. */
export const gateWorkbookWording = {
  ...resultsWording,
  ...sentWording('报告表'),
  'workbook-read': () => '报告表已读取，请看核对结果。',
  'workbook-applied': ({ pass, fail }) => `已记录：合格${pass}个，不合格${fail}个。`,
  'workbook-dropped': () => '已放弃，报告没有任何改动。',
} satisfies Wording<SentRefusal | SentDone<GateCounts>>

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
