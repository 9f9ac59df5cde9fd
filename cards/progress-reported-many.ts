import { type Action, buttons, type Card, type Element, line, note } from './kit.ts'

export interface ProgressReportedManyFacts {
  readonly reports: readonly {
    readonly number: number
    readonly title: string
    readonly percent: number
    /** Of the report before it; null for the first. */
    readonly before: number | null
    /** `超预算 200元`; '' within the budget. */
    readonly over: string
    readonly open: Action
  }[]
  /** Why the others were not saved, a sentence each. */
  readonly refused: readonly string[]
}

/** What was saved of several goals in one message, and what was not. */
export function progressReportedManyCard({ reports, refused }: ProgressReportedManyFacts): Card {
  const names = reports.map(({ number }) => `目标${number}`).join('、')
  return {
    title: '进展已报送',
    status: { text: `${reports.length} 项`, tone: refused.length === 0 ? 'green' : 'orange' },
    summary: `${names}的进展已报送`,
    elements: [
      ...reports.map(rowOf),
      ...(reports.length === 0
        ? []
        : [buttons(...reports.map(({ number, open }) => ({ text: `看目标${number}`, action: open })))]),
      ...refused.map((sentence) => line(sentence, 'orange')),
      note('如有出入，再报一次即可，历次报送都会保留。'),
    ],
  }
}

function rowOf(report: ProgressReportedManyFacts['reports'][number]): Element {
  const { number, title, percent, before, over } = report
  return {
    tag: 'text',
    spans: [
      { text: `目标${number}　${title}\n${percent}%${before === null ? '' : `（上次 ${before}%）`}` },
      ...(over === '' ? [] : [{ text: `　${over}`, tone: 'red' as const }]),
    ],
  }
}
