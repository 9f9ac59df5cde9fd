import { type GoalStatus, goalName, STATUS_NAMES, STATUS_TONES } from './goal-words.ts'
import { type Action, buttons, type Card, type Element } from './kit.ts'

export interface ReturnedFacts {
  readonly unit: string
  readonly year: number
  readonly by: string
  readonly at: string
  readonly goals: readonly {
    readonly number: number
    readonly title: string
    readonly comment: string
    /** What has become of it since; null where it was removed. */
    readonly status: GoalStatus | null
  }[]
  /** To the drafts, while any of the goals is still to be changed. */
  readonly mend: Action | null
}

const MOST = 30

/** Goals that came back to their drafter, with the words of the one who returned them. */
export function goalReturnedCard(facts: ReturnedFacts): Card {
  const { unit, goals, by, at, mend } = facts
  return {
    title: `${unit} ${facts.year}年度目标退回`,
    status: mend ? { text: '待修改', tone: 'red' } : { text: '已处理', tone: 'muted' },
    summary: `${by}退回了${unit}的${goals.length}项目标，请修改后重新报送`,
    elements: [
      {
        tag: 'fields',
        items: [
          { label: '退回人', value: by },
          { label: '退回时间', value: at },
        ],
      },
      ...goals.slice(0, MOST).map(goalElement),
      ...(mend ? [buttons({ text: '去修改', style: 'primary', action: mend })] : []),
    ],
  }
}

function goalElement({ number, title, comment, status }: ReturnedFacts['goals'][number]): Element {
  const present =
    status === null
      ? { text: '已删除', tone: 'muted' as const }
      : { text: STATUS_NAMES[status], tone: STATUS_TONES[status] }
  return {
    tag: 'text',
    spans: [
      { text: `${goalName(number)} ${title}`, bold: true },
      { text: `　${present.text}`, tone: present.tone },
      { text: `\n意见：${comment}` },
    ],
  }
}
