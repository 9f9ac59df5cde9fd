import { buttons, type Card, type Element, line, note } from './kit.ts'

export interface GateReminderFacts {
  readonly year: number
  /** Those in which an answer is missing. */
  readonly areas: readonly {
    readonly name: string
    readonly leadUnit: string
    readonly silent: number
    /** Who reports; nobody where the role is vacant. */
    readonly people: readonly string[]
  }[]
  /** Who would be reminded now. */
  readonly people: number
  readonly last: { readonly by: string; readonly when: string } | null
  /** How many were reminded today. */
  readonly today: number
}

/** Before chasing: which lead units owe answers, and whom it would reach; after it: that it was done (rulebook 6). */
export function gateReminderCard(facts: GateReminderFacts): Card {
  const { year, areas, people, last, today } = facts
  const vacant = areas.filter((area) => area.people.length === 0)
  return {
    title: `${year}年度关口催办`,
    ...(today > 0 && { status: { text: `今天已催办${today}人`, tone: 'green' as const } }),
    summary: people > 0 ? `可催办${people}人` : '没有需要催办的人',
    elements: [
      ...(last ? [line(`${last.when} ${last.by}催办过。`, 'green')] : []),
      ...(areas.length === 0 ? [line('各项工作均已报齐，不必催办。', 'green')] : [areaTable(areas)]),
      ...vacant.map((area) => line(`${area.name}：${area.leadUnit}没有报告人，请先在名册中设置。`, 'orange')),
      ...(people > 0
        ? [chaseButton(year, people)]
        : areas.length > vacant.length
          ? [note('今天都已提醒过，明天可以再催办。')]
          : []),
    ],
  }
}

function areaTable(areas: GateReminderFacts['areas']): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'area', label: '工作', kind: 'text' },
      { name: 'lead', label: '牵头部门', kind: 'text' },
      { name: 'silent', label: '未报告', kind: 'number', precision: 0, width: '80px' },
      { name: 'people', label: '报告人', kind: 'text' },
    ],
    rows: areas.map(({ name, leadUnit, silent, people }) => ({
      ...{ area: name, lead: leadUnit, silent },
      people: people.length === 0 ? '空缺' : people.slice(0, 3).join('、'),
    })),
  }
}

const chaseButton = (year: number, people: number): Element =>
  buttons({
    text: '发送催办',
    style: 'primary',
    action: { do: 'gates.chase', with: { year } },
    confirm: { title: '发送催办？', text: `将给${people}人各发一条消息；同一人一天只提醒一次。` },
  })
