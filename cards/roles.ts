import { type Action, type Button, buttons, type Card, divider, type Element, line, note } from './kit.ts'

export interface RolesFacts {
  /** 单位, 小组, 五项工作, 全校 or the words that were looked for. */
  readonly title: string
  /** How many places there are, on all pages. */
  readonly total: number
  readonly places: readonly {
    readonly name: string
    readonly roles: readonly {
      readonly name: string
      /** With the days where they are not open; empty for nobody. */
      readonly holders: readonly string[]
      /** Nobody holds what somebody must. */
      readonly lacks: boolean
    }[]
    /** Opens the place alone; null where it is. */
    readonly open: Action | null
  }[]
  /** Of a place that is shown alone: its holders, one by one. */
  readonly holders: readonly { readonly text: string; readonly buttons: readonly Button[] }[]
  readonly kinds: readonly Button[]
  readonly buttons: readonly Button[]
  readonly turns: readonly Button[]
}

/** Who holds what, place by place. */
export function rolesCard(facts: RolesFacts): Card {
  const { title, total, places, kinds, turns } = facts
  return {
    title: `角色：${title}`,
    ...(total > 1 && { status: { text: `${total} 处`, tone: 'blue' as const } }),
    summary: `角色：${title}`,
    elements: [
      ...(places.length === 0
        ? [line('没有找到。请填写单位、小组或五项工作的名称，如「角色 药学院」。')]
        : []),
      ...places.flatMap(placeElements).slice(1),
      ...facts.holders.flatMap((one) => [
        divider,
        line(one.text),
        ...(one.buttons.length === 0 ? [] : [buttons(...one.buttons)]),
      ]),
      divider,
      ...(facts.buttons.length === 0 ? [] : [buttons(...facts.buttons)]),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      ...(kinds.length === 0 ? [] : [buttons(...kinds)]),
      note('也可发送「谁是 药学院 联络员」「人员 张明」查询。'),
    ],
  }
}

function placeElements({ name, roles, open }: RolesFacts['places'][number]): Element[] {
  return [
    divider,
    { tag: 'text', spans: [{ text: name, bold: true }] },
    {
      tag: 'fields',
      items: roles.map((role) => ({
        label: role.name,
        value: role.holders.length === 0 ? '无' : role.holders.join('、'),
        ...(role.lacks && { tone: 'red' as const }),
      })),
    },
    ...(open === null ? [] : [buttons({ text: '查看', action: open })]),
  ]
}
