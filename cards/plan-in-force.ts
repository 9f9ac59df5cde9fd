import type { GoalFacts } from './goal-facts.ts'
import { goalName, TYPE_NAMES } from './goal-words.ts'
import { type Action, buttons, type Card, type Element, line, note } from './kit.ts'

export interface InForceFacts {
  readonly unit: string
  readonly year: number
  readonly by: string
  readonly at: string
  readonly counts: readonly string[]
  readonly goals: readonly GoalFacts[]
  /** Sends the document to sign. */
  readonly sheet: Action
}

/** The annual goals of a unit (Article 16), as it receives them when its plan comes into force. */
export function planInForceCard(facts: InForceFacts): Card {
  const { unit, year, goals } = facts
  return {
    title: `${unit} ${year}年度工作目标`,
    status: { text: '已生效', tone: 'green' },
    summary: `${unit} ${year}年度${goals.length}项目标已审定生效`,
    elements: [
      line(`${facts.at} ${facts.by}审定，即日起生效。`, 'green'),
      line(facts.counts.join('　')),
      table(goals),
      note('目标如需调整，请发送「申请调整」。'),
      buttons({ text: '查看目标', action: { say: '我的目标' } }, { text: '目标责任书', action: facts.sheet }),
    ],
  }
}

function table(goals: readonly GoalFacts[]): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'title', label: '目标', kind: 'text', width: '140px' },
      { name: 'share', label: '占总分', kind: 'text', width: '80px' },
      { name: 'due', label: '完成时限', kind: 'text', width: '120px' },
      { name: 'type', label: '类别', kind: 'text', width: '100px' },
      { name: 'criterion', label: '评价标准', kind: 'text', width: '240px' },
    ],
    rows: goals.map((goal) => ({
      title: `${goalName(goal.number)} ${goal.title}`,
      type: TYPE_NAMES[goal.type],
      criterion: (goal.criterion || goal.measure).slice(0, 120),
      due: goal.due,
      share: goal.share,
    })),
  }
}
