import type { Tone } from './kit.ts'

/** A task as its cards show it. */
export interface TaskFacts {
  /** `任务2.1`: the goal's number and its own. */
  readonly name: string
  readonly title: string
  readonly owner: string
  /** `6月30日` */
  readonly due: string
  readonly overdue: boolean
  /** Its part of the goal, as `40%`; '' of an ended one. */
  readonly part: string
  /** 0-100 */
  readonly percent: number
  /** Why it was ended; null while it counts. */
  readonly endedFor: string | null
}

type Standing = Pick<TaskFacts, 'percent' | 'overdue' | 'endedFor'>

export function taskStatus({ percent, overdue, endedFor }: Standing): {
  readonly text: string
  readonly tone: Tone
} {
  if (endedFor !== null) return { text: '已结束', tone: 'muted' }
  if (percent === 100) return { text: '已完成', tone: 'green' }
  if (overdue) return { text: '已逾期', tone: 'red' }
  return percent > 0 ? { text: '进行中', tone: 'blue' } : { text: '未开始', tone: 'muted' }
}
