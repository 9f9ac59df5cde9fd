/** Words that several chapters' sentences share. */
import { AIM_NAMES, FIELD_NAMES, TYPE_NAMES } from '../../../cards/goal-words.ts'
import type { GoalContent, Measure } from '../../planning/rules/goal.ts'
import type { GroupKind, Role, UnitKind } from '../../store/schema/organization.ts'
import { asDay, by, differences, inHundredths, type Labels, points, quoted } from './values.ts'

export const ROLE_WORDS: { readonly [role in Role | 'leader']: string } = {
  leader: '分管校领导',
  contact: '联络员',
  head: '单位负责人',
  chair: '领导小组组长',
  'leading-member': '领导小组成员',
  office: '办公室成员',
  'working-convenor': '工作组组长',
  'working-member': '工作组成员',
  'inspection-convenor': '督查组组长',
  'inspection-member': '督查组成员',
  'assessment-convenor': '考核组组长',
  'assessment-member': '考核组成员',
  'lead-unit': '牵头部门联络员',
}

/** A role as it is written in an event; what is unknown stays as it is. */
export const sayRole = (role: string): string =>
  (ROLE_WORDS as { readonly [role: string]: string })[role] ?? role

export const GROUP_WORDS: { readonly [kind in GroupKind]: string } = {
  working: '目标管理工作组',
  inspection: '督查组',
  assessment: '考核工作组',
}

export const UNIT_WORDS: { readonly [kind in UnitKind]: string } = {
  teaching: '教学单位',
  hospital: '直属附属医院',
  party: '党群部门',
  administrative: '行政部门',
  support: '其他非教学单位',
}

/** Why a file could not be read. */
export const UNREADABLE_WORDS = {
  'not-xlsx': '不是 .xlsx 工作簿',
  encrypted: '设有打开密码',
  truncated: '不完整或已损坏',
  'too-large': '展开后过大',
  'too-many-rows': '行数过多',
  'no-sheet': '没有要用的工作表',
} as const

function sayMeasure(value: unknown): string {
  const measure = value as Measure
  if (measure.kind === 'qualitative') return measure.seen
  const target = measure.target === null ? '' : `，目标值 ${points(measure.target)}${measure.measureUnit}`
  return `${measure.indicator}${target}`
}

export const GOAL_LABELS: Labels = {
  type: ['类型', by(TYPE_NAMES)],
  title: FIELD_NAMES.title,
  content: FIELD_NAMES.content,
  measure: ['衡量方式', sayMeasure],
  criterion: FIELD_NAMES.criterion,
  dueOn: [FIELD_NAMES.dueOn, asDay],
  weight: [FIELD_NAMES.weight, inHundredths],
  owner: FIELD_NAMES.owner,
  budget: ['经费预算（元）', inHundredths],
  priority: FIELD_NAMES.priority,
  aim: [FIELD_NAMES.aim, by(AIM_NAMES)],
  justification: FIELD_NAMES.justification,
  workItem: FIELD_NAMES.workItem,
}

export const goalDifferences = (before: object, after: object) => differences(before, after, GOAL_LABELS)

export const sayContent = ({ type, title }: Pick<GoalContent, 'type' | 'title'>): string =>
  `${TYPE_NAMES[type]}${quoted(title)}`
