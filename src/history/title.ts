/** What people call a subject. */

import type { Kind } from './rules/sight.ts'
import type { SubjectParts } from './rules/subject-parts.ts'
import type { Names } from './sentences/told.ts'

type Titled = { readonly [kind in Kind]: (parts: SubjectParts, names: Names) => string }

const unit = ({ unit: id = '' }: SubjectParts, names: Names): string => names.unit(id)
const person = ({ person: id = '' }: SubjectParts, names: Names): string => names.person(id)

const TITLES: Titled = {
  organization: () => '全校组织',
  roster: ({ rest }) => `名册 ${rest.slice(0, 8)}`,
  directory: () => '飞书通讯录',
  department: () => '飞书部门',
  reform: ({ rest }) => `单位调整 ${rest}`,
  'coefficient-workbook': (parts, names) => `${person(parts, names)}：权重系数表`,
  person: (parts, names) => `${person(parts, names)}：登记和角色`,
  unit: (parts, names) => `${unit(parts, names)}：单位登记`,
  team: ({ rest }, names) => names.team(rest),
  delegation: (parts, names) => `${person(parts, names)}：委托`,
  priority: ({ rest }) => `工作要点 ${rest}`,
  'work-item': ({ rest }) => `工作项目「${rest}」`,
  year: ({ year }) => `${year}年度：阶段和政策`,
  plan: (parts, names) => `${unit(parts, names)} ${parts.year}年度目标`,
  adjustment: (parts, names) => `${unit(parts, names)} ${parts.year}年度 调整${parts.number}`,
  'plan-reminder': ({ year }) => `${year}年度 报送催办`,
  'plan-deadline': ({ year }) => `${year}年度 报送期限`,
  'goal-workbook': (parts, names) => `${person(parts, names)}：批量填报`,
  execution: ({ goal = '' }, names) => `${names.goal(goal)}：进展和任务`,
  help: ({ goal = '', number }, names) => `${names.goal(goal)}：求助${number}`,
  evidence: () => '佐证文件',
  inspection: ({ year, number }) => `督查 ${year}-${number}`,
  finding: ({ year, number }) => `督查发现 ${year}-${number}`,
  reminders: ({ year }) => `${year}年度 提醒`,
  snooze: (parts, names) => `${person(parts, names)}：延后提醒`,
  account: (parts, names) => `${unit(parts, names)} ${parts.year}年度自评`,
  assessment: (parts, names) => `${unit(parts, names)} ${parts.year}年度考核`,
  appeal: (parts, names) => `${unit(parts, names)} ${parts.year}年度 第${parts.number}件申诉`,
  gate: ({ year, area }) => `${year}年度 一票否决 ${area}`,
  'gate-workbook': (parts, names) => `${person(parts, names)}：一票否决报告表`,
  'gate-reminder': ({ year }) => `${year}年度 关口催办`,
  results: ({ year }) => `${year}年度考核结果`,
  'journal-check': () => '日志核对',
  'year-export': ({ year }) => `${year}年度导出`,
}

/** The ids that a title names. */
export const idsIn = ({ rest, unit: ofUnit, person: ofPerson, goal }: SubjectParts): string[] =>
  [rest, ofUnit, ofPerson, goal].filter((id) => id !== undefined)

export const titleOf = (parts: SubjectParts, names: Names): string => TITLES[parts.kind](parts, names)
