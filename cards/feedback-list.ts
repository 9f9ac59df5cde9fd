import { type Button, buttons, type Card, type Element, note, type Tone } from './kit.ts'

export interface FeedbackListFacts {
  readonly year: number
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly state: { readonly text: string; readonly tone: Tone }
    /** `89.09`, or '' where there is none to be seen. */
    readonly total: string
    readonly opens: 'feedback' | 'deliberation' | null
  }[]
}

const MOST_BUTTONS = 20

/** The scores that the viewer may see, with a way to each unit's feedback. */
export function feedbackListCard({ year, units }: FeedbackListFacts): Card {
  const decided = units.filter((unit) => unit.total !== '').length
  return {
    title: '考核得分',
    subtitle: `${year}年度`,
    summary: `${units.length}个单位，${decided}个已形成得分`,
    elements: [
      {
        tag: 'table',
        columns: [
          { name: 'unit', label: '单位', kind: 'text' },
          { name: 'state', label: '状态', kind: 'status' },
          { name: 'total', label: '得分', kind: 'text', width: '90px' },
        ],
        rows: units.map((unit) => ({ unit: unit.name, state: unit.state, total: unit.total || '—' })),
      },
      ...opens(units, year),
      note('最终等次以公布的考核结果为准。'),
    ],
  }
}

function opens(units: FeedbackListFacts['units'], year: number): readonly Element[] {
  const list = units
    .slice(0, MOST_BUTTONS)
    .flatMap((unit): Button[] =>
      unit.opens === null
        ? []
        : [{ text: unit.name, action: { show: unit.opens, with: { year, unit: unit.id } } }],
    )
  return list.length === 0 ? [] : [buttons(...list)]
}
