import type { GoalFacts } from './goal-facts.ts'
import { goalName, STATUS_NAMES, STATUS_TONES, TYPE_NAMES } from './goal-words.ts'
import { type Action, buttons, type Card, type Element, heading, line } from './kit.ts'
import { lastYearFold, lastYearMark } from './last-year.ts'

export interface GoalDetailFacts {
  readonly unit: string
  readonly year: number
  readonly goal: GoalFacts
  /** Where the viewer may change it. */
  readonly revise: Action | null
  readonly back: Action
}

/** One goal whole, with every return that it had. */
export function goalDetailCard({ unit, year, goal, revise, back }: GoalDetailFacts): Card {
  return {
    title: `${goalName(goal.number)} ${goal.title}`,
    subtitle: `${unit} ${year}年度 ${TYPE_NAMES[goal.type]}`,
    status: { text: STATUS_NAMES[goal.status], tone: STATUS_TONES[goal.status] },
    summary: `${unit} ${goalName(goal.number)} ${goal.title}`,
    elements: [
      ...facts(goal),
      ...lastYear(goal),
      ...history(goal),
      buttons(...(revise ? [{ text: '修改', action: revise, style: 'primary' as const }] : []), {
        text: '返回列表',
        action: back,
      }),
    ],
  }
}

function facts(goal: GoalFacts): Element[] {
  const items = [
    { label: '目标内容', value: goal.content },
    { label: '衡量方式', value: goal.measure },
    { label: '评价标准', value: goal.criterion },
    { label: '完成时限', value: goal.due },
    ...(goal.serves ? [{ label: goal.serves.label, value: goal.serves.text }] : []),
    { label: '权重', value: goal.weight },
    { label: '占总分', value: goal.share },
    { label: '责任人', value: goal.owner },
    { label: '经费预算', value: goal.budget },
  ]
  const exception: Element[] =
    goal.justification === '' ? [] : [line(`超出限额的专项目标，理由：${goal.justification}`, 'orange')]
  return [{ tag: 'fields', items }, ...exception]
}

function lastYear({ number, lastYear: facts }: GoalFacts): Element[] {
  if (!facts) return []
  return [
    line(`由去年的目标复制，${lastYearMark(facts)}。`, 'blue'),
    ...lastYearFold(goalName(number), facts),
  ]
}

function history(goal: GoalFacts): Element[] {
  if (goal.returns.length === 0) return []
  const shown = goal.returns.slice(-10)
  const lines = shown.map((one) => line(`${one.at} ${one.by} 退回：${one.comment}`, 'orange'))
  return [heading('退回记录'), ...lines]
}
