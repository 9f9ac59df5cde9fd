import { type Action, buttons, type Card, type Element, line, note } from './kit.ts'
import { type ProgressFacts, progressFields } from './progress-report.ts'
import { PROGRESS_STATES } from './progress-words.ts'

export interface ProgressHistoryFacts {
  readonly unit: string
  readonly number: number
  readonly title: string
  /** Newest first. */
  readonly reports: readonly (Omit<ProgressFacts, 'unit' | 'number' | 'title'> & {
    readonly by: string
    readonly at: string
    readonly files: number
    readonly open: Action
  })[]
}

/** What was reported on a goal, the newest report open. */
export function progressHistoryCard({ unit, number, title, reports }: ProgressHistoryFacts): Card {
  const name = `目标${number} ${title}`
  if (reports.length === 0) {
    const sentence = `${name}还没有报送过进展。由本单位联络员或负责人发送「进展」即可报送。`
    return { title: '进展记录', subtitle: unit, summary: sentence, elements: [line(sentence)] }
  }
  return {
    title: '进展记录',
    subtitle: unit,
    summary: `${name}最近 ${reports.length} 次进展`,
    elements: [
      line(name),
      ...reports.map(
        (report, position): Element => ({
          tag: 'fold',
          title: `${report.at}　${report.percent}%　${PROGRESS_STATES[report.state].text}`,
          open: position === 0,
          elements: [
            { tag: 'fields', items: progressFields({ unit, number, title, ...report }) },
            note(`${report.by} 报送${report.files === 0 ? '' : `，佐证材料 ${report.files} 份`}`),
            buttons({ text: '查看这次', action: report.open }),
          ],
        }),
      ),
      note('最多列出最近十次。'),
    ],
  }
}
