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
import type { CoefficientCounts } from '../../rules/set-coefficients.ts'
import type { YearRefusal } from '../../rules/year.ts'
import { policyWording } from '../../wording.ts'
import { COEFFICIENT_SHEET, type CoefficientFault, type CoefficientProblem } from './layout.ts'

export const NOUN = '系数表'

/** What the year's rules refuse is said in their words. */
export const coefficientWorkbookWording = {
  ...policyWording,
  ...sentWording(NOUN),
  'workbook-read': () => '系数表已读取，请看核对结果。',
  'workbook-applied': ({ set, changed }) =>
    `已导入：新设${set}个、更改${changed}个单位，政策须由组长重新确认。`,
  'workbook-dropped': () => '已放弃，系数没有任何改动。',
} satisfies Wording<SentRefusal | SentDone<CoefficientCounts> | YearRefusal>

/** Why a file could not be read, and what to do. */
export const UNREADABLE: { readonly [reason in Unreadable]: string } = {
  ...OF_ANY_WORKBOOK,
  'no-sheet': '里没有「权重系数」工作表。请发送「系数模板」下载系数表，填好后重新发送。',
}

const SENTENCES = {
  ...STRUCTURE_SENTENCES,
  'empty-cell': () => '不能为空，三项系数须一并填写',
  'unknown-unit': () => '不在本年度考核单位中，请按模板填写，不要改动',
  'ungraded-unit': () => '不设权重系数，请删去这一行',
  'scored-unit': () => '的得分已经确定，系数不能再改，请恢复原来的系数或删去这一行',
  'other-name': ({ name }) => `与单位编号不符，该编号是${name}`,
  'repeated-row': ({ firstRow }) => `与第${firstRow}行是同一单位，请只保留一行`,
  'no-number': () => '不是数字，请填如1.0500的系数',
  'fine-number': () => '超过四位小数，请按通知填写',
  'wide-number': () => '超出范围，系数须在0.0001到9.9999之间',
  'emptied-coefficients': () => '该单位已设置系数，不能清空，请保留或删去这一行',
} satisfies Wording<CoefficientProblem>

export const sayPlace = (fault: CoefficientFault): string => sayPlaceIn(COEFFICIENT_SHEET.coefficients, fault)

/** What is wrong, with what was written: `“1，05”不是数字，请填如1.0500的系数`. */
export function sayProblem({ value, problem }: CoefficientFault): string {
  // Each sentence is checked against its own problem above; here they meet as data.
  const sentence = SENTENCES[problem.code] as (facts: CoefficientProblem) => string
  return `${quote(value)}${sentence(problem)}`
}
