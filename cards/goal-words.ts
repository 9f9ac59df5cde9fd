/** The words for goals, used alike on cards and in sentences. */
import type { Tone } from './kit.ts'

export type GoalType = 'key' | 'special' | 'routine'
export type GoalStatus = 'draft' | 'sent' | 'passed' | 'returned' | 'ratified' | 'in-force' | 'cancelled'
export type GoalDrafter = 'unit' | 'group' | 'leader'
export type PlanStatus = 'drafting' | 'in-review' | 'in-ratification' | 'in-force'

export const GOAL_TYPES: readonly GoalType[] = ['key', 'special', 'routine']

export const TYPE_NAMES: { readonly [type in GoalType]: string } = {
  key: '重点目标',
  special: '专项目标',
  routine: '常规目标',
}

export const STATUS_NAMES: { readonly [status in GoalStatus]: string } = {
  draft: '草稿',
  sent: '待审核',
  passed: '待审定',
  returned: '已退回',
  ratified: '已审定',
  'in-force': '已生效',
  cancelled: '已取消',
}

export const STATUS_TONES: { readonly [status in GoalStatus]: Tone } = {
  draft: 'muted',
  sent: 'orange',
  passed: 'blue',
  returned: 'red',
  ratified: 'green',
  'in-force': 'green',
  cancelled: 'muted',
}

export const PLAN_STATUSES: {
  readonly [status in PlanStatus]: { readonly text: string; readonly tone: Tone }
} = {
  drafting: { text: '填报中', tone: 'plain' },
  'in-review': { text: '审核中', tone: 'orange' },
  'in-ratification': { text: '审定中', tone: 'blue' },
  'in-force': { text: '已生效', tone: 'green' },
}

/** Who drafts, as said to the others. */
export const DRAFTER_NAMES: { readonly [drafter in GoalDrafter]: string } = {
  unit: '本单位的联络员或负责人',
  group: '该单位的目标管理工作组',
  leader: '分管校领导',
}

/** Who assigns special goals. */
export const ASSIGNER_NAMES = {
  office: '领导小组办公室',
  group: '目标管理工作组',
  leader: '分管校领导',
  leading: '领导小组',
} as const

/** Who sends the part. */
export const SENDER_NAMES: { readonly [drafter in GoalDrafter]: string } = {
  unit: '单位负责人',
  group: '目标管理工作组组长',
  leader: '分管校领导',
}

export const PART_NAMES: { readonly [drafter in GoalDrafter]: string } = {
  unit: '单位填报部分',
  group: '工作组填报部分',
  leader: '分管校领导填报部分',
}

export const AIM_NAMES = {
  level: '提升工作层次水平',
  method: '改进工作方式方法',
  concern: '解决师生关注的热点难点问题',
} as const

export const FIELD_NAMES = {
  title: '目标名称',
  content: '目标内容',
  indicator: '量化指标',
  measureUnit: '计量单位',
  target: '目标值',
  seen: '定性要求',
  measure: '衡量方式（量化指标或定性要求）',
  weight: '权重',
  owner: '责任人',
  budget: '经费预算',
  criterion: '评价标准',
  dueOn: '完成时限',
  priority: '年度工作要点',
  aim: '专项类别',
  justification: '超额理由',
  workItem: '工作项目',
  goals: '至少一项目标',
} as const

/** `目标3`: the number that people use. */
export const goalName = (number: number): string => `目标${number}`
export const goalNames = (numbers: readonly number[]): string => numbers.map(goalName).join('、')

interface MissingField {
  readonly number: number | null
  readonly field: keyof typeof FIELD_NAMES
}

/** What is missing, goal by goal: `目标1：评价标准、完成时限`. */
export function missingLines(missing: readonly MissingField[]): string[] {
  const numbers = [...new Set(missing.map((one) => one.number))]
  return numbers.map((number) => {
    const fields = missing.filter((one) => one.number === number).map((one) => FIELD_NAMES[one.field])
    return number === null ? fields.join('、') : `${goalName(number)}：${fields.join('、')}`
  })
}
