/** What is wrong with a cell, and what to write instead. */
import type { Wording } from '../kernel/view.ts'
import { quote, STRUCTURE_SENTENCES, sayPlace as sayPlaceIn } from '../workbook/wording.ts'
import type { Problem, RosterFault } from './roster/check/fault.ts'
import { GROUP_KINDS, LAYOUT, ROLES, type ScopeKind, UNIT_KINDS } from './roster/layout.ts'
import { sayUnits } from './say-units.ts'

const anyOf = (words: { readonly [term: string]: string }): string => Object.values(words).join('、')

const SCOPE_WORDS: { readonly [kind in ScopeKind]: string } = {
  unit: '单位编号或单位名称',
  working: '目标管理工作组的小组名称',
  inspection: '督查组的小组名称',
  assessment: '考核工作组的小组名称',
  area: '五项工作之一的名称',
  school: '空白',
}

const SENTENCES = {
  ...STRUCTURE_SENTENCES,
  'empty-cell': () => '不能为空，请填写',
  'long-text': ({ most }) => `太长，请缩短到${most}个字以内`,
  'malformed-id': () => '含有不能使用的字符，请只用字母、数字和 - _ .',
  'reserved-id': () => '是系统保留的编号，请换一个工号',
  'repeated-value': ({ firstRow }) => `与第${firstRow}行重复，请更正或删除一行`,
  'unknown-kind': () => `不是规定的类别，请改为：${anyOf(UNIT_KINDS)}`,
  'unknown-group-kind': () => `不是规定的类型，请改为：${anyOf(GROUP_KINDS)}`,
  'unknown-role': () => `不是规定的角色，请改为：${anyOf(ROLES)}`,
  'unknown-unit': () => '在「单位」表中没有，请更正或先在「单位」表中添加',
  'unknown-person': () => '在「人员」表中没有这个工号，请更正或先在「人员」表中添加',
  'unknown-group': ({ kind }) => `不是「小组」表中的${GROUP_KINDS[kind]}，请填写小组名称`,
  'unknown-area': ({ areas }) => `不是规定的工作，请改为：${areas.join('、')}`,
  'missing-scope': ({ kind }) => `这个角色必须填写范围，请填写${SCOPE_WORDS[kind]}`,
  'needless-scope': () => '这个角色属于全校，请把范围留空',
  'malformed-mobile': () => '不是手机号码，请填写11位手机号（境外号码以 + 和区号开头）',
  'malformed-email': () => '不是邮箱地址，请填写如 name@example.edu.cn 的地址',
  'malformed-open-id': () => '不是飞书的 open_id，应以 ou_ 开头；不清楚时请留空并填写手机或邮箱',
  'unreachable-person': () => 'open_id、手机、邮箱都没有填写，请至少填写一项',
  'malformed-date': () => '不是日期，请写成如 2026-03-01 的形式',
  'early-end': () => '早于开始日期，请更正开始或结束',
  'repeated-role': ({ firstRow }) => `与第${firstRow}行是同一人的同一角色，请删除一行`,
  'mixed-group': ({ firstRow, kind }) =>
    `与第${firstRow}行同一小组的类型不一致，请统一为${GROUP_KINDS[kind]}或改用另一小组名称`,
  'shared-unit': ({ firstRow }) => `已在第${firstRow}行归入同类小组，一个单位只能归一个，请删除一行`,
  'unfit-unit': ({ kind }) =>
    kind === 'working'
      ? '不是教学单位或直属附属医院，不归目标管理工作组，请改归考核工作组或督查组'
      : `是教学单位或直属附属医院，由目标管理工作组负责，请从${GROUP_KINDS[kind]}中删除`,
  'absent-office': () => '没有现任的「办公室」成员，请至少填写一人，否则无人能管理系统',
  'absent-chair': () => '没有现任的「领导小组组长」，请填写一人，否则目标无人审定',
  'ratified-standard': ({ units }) =>
    `已有${sayUnits(units)}的目标审定，本年度标准不能再改，请恢复原标准，确需变动的按「目标调整」办理`,
  'used-item': ({ units }) => `正由${sayUnits(units)}的目标使用，不能停用，请在表中补上这一行`,
  'served-priority': ({ units }) => `已由${sayUnits(units)}的目标承接，不能停用，请在表中补上这一行`,
} satisfies Wording<Problem>

/** Where the fault is: `「单位」第3行「类别」`. */
export const sayPlace = (fault: RosterFault): string => sayPlaceIn(LAYOUT[fault.sheet], fault)

/** What is wrong, with what was written: `“学院”不是规定的类别，请改为：…`. */
export function sayProblem({ value, problem }: RosterFault): string {
  // Each sentence is checked against its own problem above; here they meet as data.
  const sentence = SENTENCES[problem.code] as (facts: Problem) => string
  return `${quote(value)}${sentence(problem)}`
}
