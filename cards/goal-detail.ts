import type { GoalFacts } from './goal-facts.ts'
import { goalName, STATUS_NAMES, STATUS_TONES, TYPE_NAMES } from './goal-words.ts'
import { type Action, type Button, buttons, type Card, type Element, heading, line } from './kit.ts'
import { lastYearFold, lastYearMark } from './last-year.ts'
import { sinceReturnFold, sinceReturnMark } from './since-return.ts'

export interface GoalDetailFacts {
  readonly unit: string
  readonly year: number
  readonly goal: GoalFacts
  /** Where the viewer may change it. */
  readonly revise: Action | null
  /** Where the viewer may delete it, as who assigned it. */
  readonly remove: Action | null
  /** Of a goal that is or was in force: its adjustment, and its versions. */
  readonly adjust?: Action | null
  readonly versions?: Action | null
  readonly back: Action
}

/** One goal whole, with every return that it had. */
export function goalDetailCard(detail: GoalDetailFacts): Card {
  const { unit, year, goal, revise, remove, adjust, versions, back } = detail
  return {
    title: `${goalName(goal.number)} ${goal.title}`,
    subtitle: `${unit} ${year}年度 ${TYPE_NAMES[goal.type]}`,
    status: { text: STATUS_NAMES[goal.status], tone: STATUS_TONES[goal.status] },
    summary: `${goal.assigned ? '学校下达专项目标：' : ''}${unit} ${goalName(goal.number)} ${goal.title}`,
    elements: [
      ...facts(goal),
      ...lastYear(goal),
      ...history(goal),
      buttons(
        ...(revise ? [{ text: '修改', action: revise, style: 'primary' as const }] : []),
        ...removal(goal, remove),
        ...(adjust ? [{ text: '申请调整', action: adjust }] : []),
        ...(versions ? [{ text: '历史版本', action: versions }] : []),
        {
          text: '返回列表',
          action: back,
        },
      ),
    ],
  }
}

function removal(goal: GoalFacts, remove: Action | null): Button[] {
  if (!remove) return []
  const confirm = { title: `删除目标${goal.number}？`, text: '收回下达给该单位的这项专项目标，不能恢复。' }
  return [{ text: '删除', style: 'danger', action: remove, confirm }]
}

function facts(goal: GoalFacts): Element[] {
  const items = [
    ...(goal.assigned ? [{ label: '下达', value: goal.assigned }] : []),
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
  const adjusted: Element[] = goal.adjusted ? [line(`${goal.adjusted}。`, 'blue')] : []
  const over: Element[] = goal.over ? [line(goal.over, 'red')] : []
  return [...adjusted, { tag: 'fields', items }, ...over, ...exception]
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
  const since = goal.sinceReturn ? [line(`${sinceReturnMark(goal.sinceReturn)}。`, 'blue')] : []
  const before = sinceReturnFold(goalName(goal.number), goal.sinceReturn)
  return [heading('退回记录'), ...lines, ...since, ...before]
}
