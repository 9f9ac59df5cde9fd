import { type Action, type Button, buttons, type Card, line } from './kit.ts'

export interface PriorityGoalsFacts {
  readonly id: string
  readonly text: string
  readonly units: number
  /** Of all pages. */
  readonly total: number
  /** As `药学院 目标3 建成教师发展中心`. */
  readonly titles: readonly string[]
  readonly back: Action
  readonly turns: readonly Button[]
}

/** All goals that serve one priority, a page at a time (Article 28). */
export function priorityGoalsCard({ id, text, units, total, titles, back, turns }: PriorityGoalsFacts): Card {
  const count = total === 0 ? '尚无目标承接' : `${units}个单位 ${total}项目标承接`
  return {
    title: `工作要点 ${id}`,
    summary: `工作要点 ${id}：${count}`,
    elements: [
      line(text),
      line(count, total === 0 ? 'orange' : 'muted'),
      ...(titles.length > 0 ? [line(titles.join('\n'))] : []),
      buttons(...turns, { text: '返回列表', action: back }),
    ],
  }
}
