import type { Action } from '../../../cards/kit.ts'
import type { Intent } from '../../kernel/view.ts'

export const adjustmentIntents: readonly Intent[] = [
  {
    words: ['调整', '目标调整', '调整目标'],
    help: '查看、办理目标调整',
    opens: (rest) => (rest === '' ? { send: 'adjustments', with: {} } : undefined),
  },
  {
    words: ['申请调整', '调整申请', '申请目标调整'],
    help: '申请新增、变更或取消已生效的目标',
    opens: (rest) => (rest === '' ? { send: 'adjustment-start', with: {} } : undefined),
  },
  {
    words: ['历史', '历史版本', '目标历史'],
    help: '查看目标的各个版本，如：历史 目标3',
    opens: opensHistory,
  },
]

const GOAL = /^(?<unit>\S*?)\s*(?:目标|第)?\s*(?<number>\d{1,4})\s*(?:号|项|号目标|项目标)?$/

/** `目标3`, `药学院 目标3`, `3`; the name of a unit alone lists what was adjusted there. */
function opensHistory(rest: string): Action | undefined {
  if (rest === '') return { send: 'goal-history', with: { unit: '', number: null } }
  const { unit = '', number } = GOAL.exec(rest)?.groups ?? {}
  if (number !== undefined) return { send: 'goal-history', with: { unit, number: Number(number) } }
  return /^\S{2,40}$/.test(rest) ? { send: 'goal-history', with: { unit: rest, number: null } } : undefined
}
