import { DELEGATION_STATUS, type DelegationStatus } from './delegation.ts'
import { type Action, type Button, buttons, type Card, divider, type Element, line, note } from './kit.ts'

export interface DelegationListFacts {
  /** Everybody's, for the office. */
  readonly ofAll: boolean
  readonly total: number
  readonly items: readonly {
    readonly principal: string
    readonly delegate: string
    readonly duties: string
    readonly span: string
    readonly status: DelegationStatus
    readonly open: Action
  }[]
  /** What opens the form; null for who has nothing to give. */
  readonly give: readonly Button[]
  readonly turns: readonly Button[]
}

/** The delegations that a person gave and holds; for the office all that are open. */
export function delegationListCard({ ofAll, total, items, give, turns }: DelegationListFacts): Card {
  const title = ofAll ? '全部委托' : '我的委托'
  return {
    title,
    ...(total > 0 && { status: { text: `${total} 项`, tone: 'blue' as const } }),
    summary: total === 0 ? '现在没有委托' : `${title}：${total} 项`,
    elements: [
      ...(total === 0 ? [line('现在没有委托。')] : items.flatMap(itemElements).slice(1)),
      divider,
      note('外出时可发送如「委托 李华 12月1日至12月10日」。受托人的每项办理都同时写明两人姓名。'),
      ...(give.length === 0 ? [] : [buttons(...give)]),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
    ],
  }
}

function itemElements(item: DelegationListFacts['items'][number]): Element[] {
  const { text, tone } = DELEGATION_STATUS[item.status]
  return [
    divider,
    {
      tag: 'text',
      spans: [
        { text: `${item.principal} → ${item.delegate}　`, bold: true },
        { text, tone },
      ],
    },
    note(`${item.span}，${item.duties}`),
    buttons({ text: '查看', action: item.open }),
  ]
}
