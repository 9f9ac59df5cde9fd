/** Who does what for a unit of the demonstration university, and the goals that its plan is made of. */
import type { Values } from '../world/fill.ts'

export type GoalKind = '重点目标' | '专项目标' | '常规目标'

export interface Planned {
  readonly kind: GoalKind
  /** By the labels of the form. */
  readonly values: Values
}

export interface Cast {
  readonly unit: string
  readonly contact: string
  readonly head: string
  readonly leader: string
  /** Who drafts what the unit does not draft itself, and who sends it. */
  readonly drafter: string
  readonly sender: string
  readonly drafted: readonly GoalKind[]
  /** Who assesses it; the convenor first. */
  readonly assessors: readonly [convenor: string, ...members: string[]]
}

const WORKING = ['第一工作组 组长', '第一工作组 成员甲', '第一工作组 成员乙'] as const
const ASSESSING = ['考核组 组长', '考核组 成员甲', '考核组 成员乙'] as const

/** A unit of the standard regime: its working group drafts and assesses (Articles 13, 15, 22). */
export const standardCast = (unit: string): Cast => ({
  unit,
  contact: `${unit} 联络员`,
  head: `${unit} 负责人`,
  leader: '分管教学副校长',
  drafter: '第一工作组 成员甲',
  sender: '第一工作组 组长',
  drafted: ['重点目标', '常规目标'],
  assessors: WORKING,
})

/** A unit of the graded regime: its leader in charge drafts the key goals, the unit the others (Articles 13-15). */
export const gradedCast = (unit: string): Cast => ({
  unit,
  contact: `${unit} 联络员`,
  head: `${unit} 负责人`,
  leader: '分管行政副校长',
  drafter: '分管行政副校长',
  sender: '分管行政副校长',
  drafted: ['重点目标'],
  assessors: ASSESSING,
})

export const keyGoal = (title: string, weight = '1', year = 2026): Planned => ({
  kind: '重点目标',
  values: {
    目标名称: title,
    目标内容: `${title}的主要工作`,
    工作要点: '提高人才培养质量',
    量化指标: '完成数',
    目标值: '1',
    计量单位: '项',
    评价标准: '未完成的每项扣20分',
    完成时限: `${year}-12-20`,
    权重: weight,
  },
})

export const specialGoal = (title: string): Planned => ({
  kind: '专项目标',
  values: {
    目标名称: title,
    目标内容: `${title}的主要工作`,
    专项类别: '改进工作方式方法',
    定性要求: '建成并投入使用',
    评价标准: '按期建成为完成',
    完成时限: '2026-11-30',
  },
})

export const routineGoal = (workItem: string, note = '按衡量标准完成全年工作'): Planned => ({
  kind: '常规目标',
  values: { 工作项目: workItem, 目标内容: note },
})

/** The shortest plan that a unit may have. */
export const shortPlan = (year: number): readonly Planned[] => [
  keyGoal('完成年度重点任务', '1', year),
  routineGoal('公文办理'),
]
