/** The words for adjustments of goals in force (Article 17). */
import type { Tone } from './kit.ts'

export type AdjustmentKind = 'add' | 'change' | 'cancel'
export type AdjustmentSide = 'unit' | 'group' | 'leader' | 'office' | 'leading'
export type AdjustmentStatus = 'draft' | 'asked' | 'reviewed' | 'returned' | 'withdrawn' | 'ratified'

export const REASON_NAMES = {
  'urgent-task': '急需完成的重大工作任务',
  'special-circumstance': '特殊情况',
} as const

export const KIND_VERBS: { readonly [kind in AdjustmentKind]: string } = {
  add: '新增',
  change: '变更',
  cancel: '取消',
}

/** Who asks. */
export const SIDE_NAMES: { readonly [side in AdjustmentSide]: string } = {
  unit: '本单位',
  group: '目标管理工作组',
  leader: '分管校领导',
  office: '领导小组办公室',
  leading: '领导小组',
}

/** Who sends what that side asks for. */
export const SIDE_SENDERS: { readonly [side in AdjustmentSide]: string } = {
  unit: '单位负责人',
  group: '目标管理工作组组长',
  leader: '分管校领导',
  office: '领导小组办公室',
  leading: '领导小组',
}

export const ADJUSTMENT_STATUSES: {
  readonly [status in AdjustmentStatus | 'lapsed']: { readonly text: string; readonly tone: Tone }
} = {
  draft: { text: '待报送', tone: 'plain' },
  asked: { text: '待审核', tone: 'orange' },
  reviewed: { text: '待审定', tone: 'blue' },
  returned: { text: '已退回', tone: 'red' },
  withdrawn: { text: '已撤回', tone: 'muted' },
  ratified: { text: '已审定', tone: 'green' },
  lapsed: { text: '已失效', tone: 'muted' },
}

/** `调整2`: the number that people use, counted within the unit's plan. */
export const adjustmentName = (number: number): string => `调整${number}`
