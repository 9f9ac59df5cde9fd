import { type Action, type Button, buttons, type Card, divider, type Element, line } from './kit.ts'

export interface TeamsFacts {
  readonly total: number
  readonly teams: readonly {
    readonly name: string
    readonly kind: string
    readonly units: number
    /** Names; empty for nobody. */
    readonly convenors: readonly string[]
    readonly members: number
    readonly open: Action
  }[]
  /** Names of units that no group will assess. */
  readonly without: readonly string[]
  readonly buttons: readonly Button[]
  readonly turns: readonly Button[]
}

const MOST_NAMED = 12

/** Groups with what they are in charge of, and the units that no group has. */
export function teamsCard({ total, teams, without, buttons: list, turns }: TeamsFacts): Card {
  return {
    title: '小组',
    ...(total > 0 && { status: { text: `${total} 个`, tone: 'blue' as const } }),
    summary: `共 ${total} 个小组`,
    elements: [
      ...(teams.length === 0 ? [line('还没有小组。')] : teams.flatMap(teamElements).slice(1)),
      ...(without.length === 0
        ? []
        : [divider, line(`没有归入考核小组的单位：${sayNames(without)}`, 'red' as const)]),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      ...(list.length === 0 ? [] : [divider, buttons(...list)]),
    ],
  }
}

const sayNames = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join('、')}等 ${names.length} 个`
    : names.join('、')

function teamElements({
  name,
  kind,
  units,
  convenors,
  members,
  open,
}: TeamsFacts['teams'][number]): Element[] {
  return [
    divider,
    {
      tag: 'text',
      spans: [
        { text: name, bold: true },
        { text: `　${kind}`, tone: 'muted' },
      ],
    },
    {
      tag: 'fields',
      items: [
        {
          label: '组长',
          value: convenors.join('、') || '无',
          ...(convenors.length === 0 && { tone: 'red' as const }),
        },
        { label: '成员', value: `${members} 人`, ...(members === 0 && { tone: 'red' as const }) },
        { label: '单位', value: `${units} 个` },
      ],
    },
    buttons({ text: '查看', action: open }),
  ]
}
