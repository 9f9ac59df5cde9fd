import { type Button, buttons, type Card, divider, type Element, heading, line, note } from './kit.ts'

export interface PersonFacts {
  readonly name: string
  /** 人员编号, 单位, 职务; for the office and the person also how to reach. */
  readonly items: readonly { readonly label: string; readonly value: string }[]
  readonly status: 'here' | 'unreached' | 'left'
  readonly roles: readonly { readonly text: string; readonly buttons: readonly Button[] }[]
  /** Units in charge, delegations, in one line each. */
  readonly duties: readonly string[]
  /** What waits on the person; null where the viewer may not see it. */
  readonly open: readonly string[] | null
  readonly more: number
  readonly buttons: readonly Button[]
  readonly turns: readonly Button[]
}

const STATUS = {
  here: { text: '在册', tone: 'green' },
  unreached: { text: '无账号', tone: 'orange' },
  left: { text: '已离任', tone: 'muted' },
} as const

/** Somebody with roles, their days, and what is open. */
export function personCard(facts: PersonFacts): Card {
  const { name, items, status, open, more } = facts
  return {
    title: name,
    status: STATUS[status],
    summary: `${name}：${facts.roles.length === 0 ? '没有角色' : facts.roles.map(({ text }) => text).join('、')}`,
    elements: [
      { tag: 'fields', items },
      ...(status === 'unreached' ? [line('还没有飞书账号，收不到消息，也不能办理。', 'orange')] : []),
      divider,
      heading('角色'),
      ...(facts.roles.length === 0 ? [line('现在没有角色。', 'muted')] : facts.roles.flatMap(roleElements)),
      ...facts.duties.map((text) => line(text)),
      ...openElements(open, more),
      ...(facts.turns.length === 0 ? [] : [buttons(...facts.turns)]),
      ...(facts.buttons.length === 0 ? [] : [divider, buttons(...facts.buttons)]),
    ],
  }
}

const roleElements = ({ text, buttons: list }: PersonFacts['roles'][number]): Element[] => [
  line(text),
  ...(list.length === 0 ? [] : [buttons(...list)]),
]

function openElements(open: PersonFacts['open'], more: number): Element[] {
  if (open === null) return []
  return [
    divider,
    heading('未办完的事'),
    ...(open.length === 0 ? [line('没有。', 'muted')] : open.map((text) => line(`• ${text}`))),
    ...(more > 0 ? [note(`另有 ${more} 项。`)] : []),
  ]
}
