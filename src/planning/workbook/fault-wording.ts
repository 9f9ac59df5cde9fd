/** What is wrong with a cell of the sheet 目标, and what to write instead. */
import { goalName, TYPE_NAMES } from '../../../cards/goal-words.ts'
import { say } from '../../kernel/chapter.ts'
import type { Wording } from '../../kernel/view.ts'
import { quote, STRUCTURE_SENTENCES, sayPlace as sayPlaceIn } from '../../workbook/wording.ts'
import { FAULT_WORDS, planningWording } from '../wording.ts'
import type { GoalFault, GoalProblem } from './fault.ts'
import { GOAL_SHEET } from './layout.ts'

const SENTENCES = {
  ...STRUCTURE_SENTENCES,
  'empty-cell': () => '不能为空，请从下拉列表中选择',
  'error-cell': () => '公式出错，请改为文字或数字',
  'foreign-unit': () => '不是由您填报的单位，请从下拉列表中选择',
  'unknown-type': () => `不是规定的类型，请改为：${Object.values(TYPE_NAMES).join('、')}`,
  'unlisted-word': () => '不在可选范围内，请从下拉列表中选择',
  'needless-cell': ({ type }) => `${TYPE_NAMES[type]}不填这一列，请留空`,
  'malformed-number': () => '不是目标序号，请填写如 3；新增的目标请留空',
  'unknown-number': () => '该单位没有这个序号的目标，新增的目标请留空',
  'repeated-number': ({ firstRow }) => `与第${firstRow}行是同一项目标，请只保留一行；新增的目标请留空`,
  'malformed-figure': () => '不是数字，请填写如 12.5，最多两位小数',
  'malformed-date': () => '不是日期，请写成如 2026-06-30 的形式',
  'known-title': ({ number }) =>
    `与现有的${goalName(number)}同名。要修改它，请在「序号」填${number}；另是一项，请换一个名称`,
  'repeated-title': ({ firstRow }) => `与第${firstRow}行同名，请删除一行或换一个名称`,
  'faulty-field': ({ fault }) => FAULT_WORDS[fault.fault](fault),
  'refused-row': ({ refusal }) => (say(planningWording, refusal) ?? '不能填报').replace(/。$/, ''),
} satisfies Wording<GoalProblem>

/** Where the fault is: `「目标」第3行「权重」`. */
export const sayPlace = (fault: GoalFault): string => sayPlaceIn(GOAL_SHEET.goals, fault)

/** What is wrong, with what was written: `“很多”不是数字，请填写如 12.5`. */
export function sayProblem({ value, problem }: GoalFault): string {
  // Each sentence is checked against its own problem above; here they meet as data.
  const sentence = SENTENCES[problem.code] as (facts: GoalProblem) => string
  const quoted = problem.code === 'refused-row' || problem.code === 'faulty-field' ? '' : quote(value)
  return `${quoted}${sentence(problem)}`
}
