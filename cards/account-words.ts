/** The words of units' own accounts, used alike on cards and in sentences. */
import type { Tone } from './kit.ts'

export type Met = 'met' | 'partly' | 'unmet'

export const MET_NAMES: { readonly [met in Met]: string } = {
  met: '已达到',
  partly: '部分达到',
  unmet: '未达到',
}

export const LACK_NAMES = {
  value: '实际值',
  met: '达成情况',
  words: '完成情况',
  reason: '未达标原因',
} as const
export type Lack = keyof typeof LACK_NAMES

export type AccountStatus = 'none' | 'draft' | 'signed'

export const ACCOUNT_STATUSES: {
  readonly [status in AccountStatus]: { readonly text: string; readonly tone: Tone }
} = {
  none: { text: '未填写', tone: 'orange' },
  draft: { text: '未提交', tone: 'orange' },
  signed: { text: '已提交', tone: 'green' },
}

/** What a unit states of one goal, for people. */
export interface Told {
  /** `48门，目标50门，未达到`, or `部分达到`; '' while nothing is said. */
  readonly result: string
  readonly short: boolean
  readonly words: string
  readonly reason: string
  /** How many files it names as evidence. */
  readonly files: number
}

/** What the unit states, line by line. */
export const toldLines = ({ words, reason, files }: Told): readonly string[] => [
  ...(words === '' ? [] : [`完成情况：${words}`]),
  ...(reason === '' ? [] : [`未达标原因：${reason}`]),
  ...(files === 0 ? [] : [`佐证材料：${files}份`]),
]
