import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface ProgressJudgingFacts {
  /** Of all, on every page. */
  readonly total: number
  /** Why nothing can be judged now, as a sentence; '' where it can. */
  readonly closed: string
  readonly reports: readonly {
    readonly unit: string
    readonly number: number
    readonly title: string
    readonly percent: number
    /** `180人（目标 300人）`; '' without one. */
    readonly value: string
    readonly at: string
    /** Spending is over the budget. */
    readonly over: boolean
    readonly open: Action
  }[]
  readonly turns: readonly Button[]
}

const TITLE = '待核实的进展'

/** Reports that nobody has accepted or queried yet, the oldest first. */
export function progressJudgingCard({ total, closed, reports, turns }: ProgressJudgingFacts): Card {
  if (total === 0) {
    const text = '没有待核实的进展。单位报送新的进展后，发送「核实进展」即可查看。'
    return { title: TITLE, status: { text: '已办完', tone: 'green' }, summary: text, elements: [line(text)] }
  }
  return {
    title: TITLE,
    status: { text: `${total} 项`, tone: 'orange' },
    summary: `有 ${total} 项进展待核实`,
    elements: [
      ...(closed === '' ? [] : [line(closed, 'orange')]),
      ...reports.flatMap(rowOf),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      note('点「核实」查看详情和佐证材料，再认可或质疑。'),
    ],
  }
}

function rowOf(report: ProgressJudgingFacts['reports'][number]): Element[] {
  const { unit, number, title, percent, value, at, over, open } = report
  const figures = [`${percent}%`, value].filter((one) => one !== '').join('，')
  return [
    {
      tag: 'text',
      spans: [
        { text: `${unit}　目标${number}　${title}`, bold: true },
        { text: `\n${at} 报 ${figures}`, tone: 'muted' },
        ...(over ? [{ text: '　超预算', tone: 'red' as const }] : []),
      ],
    },
    buttons({ text: '核实', action: open }),
  ]
}
