import { INSPECTION_STATUSES, inspectionName } from './inspection-words.ts'
import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'

/** How an inspection ended. */
export interface InspectionEnd {
  readonly how: 'done' | 'cancelled'
  readonly by: string
  readonly at: string
  readonly words: string
}

export interface InspectionVisitFacts {
  readonly year: number
  readonly number: number
  readonly body: string
  readonly unit: string
  readonly on: string
  readonly inspectors: readonly string[]
  readonly purpose: string
  readonly by: string
  readonly at: string
  readonly end: InspectionEnd | null
  /** Whether the viewer is of the unit that is visited. */
  readonly visited: boolean
  readonly actions: readonly Button[]
}

/** A visit: when, who, what; how it ended. */
export function inspectionVisitCard(facts: InspectionVisitFacts): Card {
  const { year, number, body, unit, on, inspectors, purpose, end, actions } = facts
  return {
    title: `调研：${unit}`,
    subtitle: `${inspectionName('visit', year, number)} · ${body}`,
    status: INSPECTION_STATUSES[end?.how ?? 'planned'],
    summary: `${body}${on}到${unit}调研`,
    elements: [
      {
        tag: 'fields',
        items: [
          { label: '时间', value: on },
          { label: '人员', value: inspectors.join('、') },
        ],
      },
      line(`内容：${purpose}`),
      note(`${facts.by} 于 ${facts.at} 安排`),
      ...endElements(end),
      ...(facts.visited && end === null ? [note('请准备有关材料；如时间不便，请与督查人员联系。')] : []),
      ...(actions.length > 0 ? [buttons(...actions)] : []),
    ],
  }
}

export function endElements(end: InspectionEnd | null): Element[] {
  if (end === null) return []
  const how = end.how === 'done' ? '办结' : '取消'
  return [line(`${end.at} ${end.by}${how}：${end.words}`, end.how === 'done' ? 'green' : 'muted')]
}
