import { type Button, buttons, type Card, divider, type Element, heading, line, note } from './kit.ts'

export interface TeamFacts {
  readonly name: string
  readonly kind: string
  readonly active: boolean
  readonly units: readonly string[]
  /** Convenors, then members. */
  readonly people: readonly {
    readonly text: string
    /** Units from which the person is barred, or what is missing; '' for nothing. */
    readonly warning: string
    readonly buttons: readonly Button[]
  }[]
  /** More people than are shown. */
  readonly more: number
  /** What stops where the group ends; empty unless that is asked. */
  readonly stops: readonly string[]
  readonly buttons: readonly Button[]
  readonly turns: readonly Button[]
}

const MOST_UNITS = 60

/** One group: its units, convenor and members. */
export function teamCard(facts: TeamFacts): Card {
  const { name, kind, active, units, people, more, stops, turns } = facts
  return {
    title: name,
    subtitle: kind,
    status: active ? { text: '在任', tone: 'green' } : { text: '已撤销', tone: 'muted' },
    summary: `${name}：${units.length} 个单位`,
    elements: [
      ...(stops.length === 0
        ? []
        : [heading('撤销后'), ...stops.map((text) => line(`• ${text}`, 'orange')), divider]),
      {
        tag: 'fold',
        title: `负责的单位（${units.length}）`,
        open: units.length <= 12,
        elements: [line(units.length === 0 ? '没有。' : sayUnits(units))],
      },
      heading('组长和成员'),
      ...(people.length === 0
        ? [line('还没有组长和成员，工作将无人办理。', 'red')]
        : people.flatMap(personElements)),
      ...(more > 0 ? [note(`另有 ${more} 人。`)] : []),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      ...(facts.buttons.length === 0 ? [] : [divider, buttons(...facts.buttons)]),
    ],
  }
}

const sayUnits = (units: readonly string[]): string =>
  units.length > MOST_UNITS
    ? `${units.slice(0, MOST_UNITS).join('、')}等 ${units.length} 个`
    : units.join('、')

function personElements({ text, warning, buttons: list }: TeamFacts['people'][number]): Element[] {
  return [
    line(text),
    ...(warning === '' ? [] : [line(warning, 'orange')]),
    ...(list.length === 0 ? [] : [buttons(...list)]),
  ]
}
