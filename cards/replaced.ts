import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface ReplacedFacts {
  readonly leaver: string
  readonly successor: string
  readonly leaves: boolean
  /** Who confirmed it, and when. */
  readonly by: string
  /** What it means for the viewer; '' for nothing. */
  readonly hint: string
  readonly roles: readonly string[]
  readonly works: readonly {
    readonly what: string
    readonly count: number
    readonly items: readonly string[]
  }[]
  readonly delegations: number
  readonly kept: readonly string[]
  readonly buttons: readonly Button[]
}

const SHOWN = 15

/** One person took over from another: for both, for the office, and for those whom it touches. */
export function replacedCard(facts: ReplacedFacts): Card {
  const { leaver, successor, leaves, roles, works, delegations, kept } = facts
  return {
    title: `${successor}接手${leaver}的工作`,
    status: { text: leaves ? '已移交，离任' : '已移交', tone: 'green' },
    summary: `${leaver}的工作已由${successor}接手`,
    elements: [
      ...(facts.hint === '' ? [] : [line(facts.hint)]),
      ...list('角色和分管单位', roles, true),
      ...works.flatMap(({ what, count, items }) => list(`${what} ${count} 项`, items, false)),
      ...(delegations > 0 ? [line(`${delegations} 项委托已同时结束，双方都已收到通知。`)] : []),
      ...list('保留在原处', kept, false),
      note(`${facts.by}。已办的记录仍写明办理的人。`),
      ...(facts.buttons.length === 0 ? [] : [buttons(...facts.buttons)]),
    ],
  }
}

function list(title: string, items: readonly string[], open: boolean): Element[] {
  if (items.length === 0) return []
  return [
    {
      tag: 'fold',
      title,
      open,
      elements: [
        ...items.slice(0, SHOWN).map((text) => line(`• ${text}`)),
        ...(items.length > SHOWN ? [note(`另有 ${items.length - SHOWN} 项。`)] : []),
      ],
    },
  ]
}
