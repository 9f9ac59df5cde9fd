import { type HelpStatus, helpStatus } from './help-words.ts'
import { type Action, type Button, buttons, type Card, divider, type Element, line, note } from './kit.ts'

export interface HelpListFacts {
  /** `待我答复` */
  readonly title: string
  readonly none: string
  readonly total: number
  readonly items: readonly {
    /** `药学院 目标3 建设实训基地` */
    readonly goal: string
    readonly words: string
    readonly status: HelpStatus
    readonly overdue: boolean
    /** Who has to answer until when, or since when it is answered. */
    readonly standing: string
    readonly open: Action
  }[]
  /** To the other lists. */
  readonly others: readonly Button[]
  readonly turns: readonly Button[]
  /** Whether the person can ask. */
  readonly asks: boolean
}

const BRIEF = 80

/** Requests for help of one kind, with who holds each and until when (Article 19). */
export function helpListCard({ title, none, total, items, others, turns, asks }: HelpListFacts): Card {
  const more = [...turns, ...others]
  return {
    title: `求助：${title}`,
    ...(total > 0 && { status: { text: `${total} 项`, tone: 'blue' as const } }),
    summary: total === 0 ? none : `求助（${title}）${total} 项`,
    elements: [
      ...(total === 0 ? [line(none)] : items.flatMap(itemElements).slice(1)),
      ...(more.length === 0 ? [] : [divider, buttons(...more)]),
      ...(asks ? [note('需要帮助请直接发送，例如：求助 3 缺少实验场地。')] : []),
    ],
  }
}

function itemElements(item: HelpListFacts['items'][number]): Element[] {
  const { text, tone } = helpStatus(item.status, item.overdue)
  const characters = [...item.words]
  const words = characters.length > BRIEF ? `${characters.slice(0, BRIEF).join('')}…` : item.words
  return [
    divider,
    {
      tag: 'text',
      spans: [
        { text: `${item.goal}　`, bold: true },
        { text, tone },
      ],
    },
    line(words),
    note(item.standing),
    buttons({ text: item.status === 'open' ? '看求助' : '看答复', action: item.open }),
  ]
}
