/** 评分记录: every version of a unit's scores, and what led to each. */
import { type Button, buttons, type Card, type Element, heading, line, note, type Tone } from './kit.ts'

export interface FeedbackRecordFacts {
  readonly unit: string
  readonly year: number
  /** How many versions there are. */
  readonly versions: number
  readonly entries: readonly RecordEntry[]
  readonly turns: readonly Button[]
  readonly back: Button
}

export interface RecordEntry {
  readonly at: string
  /** Begins a version. */
  readonly head: string
  readonly lines: readonly { readonly text: string; readonly tone: Tone }[]
}

export function feedbackRecordCard(facts: FeedbackRecordFacts): Card {
  const { unit, year, versions, entries, turns, back } = facts
  return {
    title: `评分记录：${unit}`,
    subtitle: `${year}年度考核`,
    status: { text: `${versions}个版本`, tone: versions > 1 ? 'blue' : 'muted' },
    summary: `${unit}考核得分共${versions}个版本`,
    elements: [
      ...entries.flatMap(entryElements),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      note('每个版本都保留，不作更改。'),
      buttons(back),
    ],
  }
}

function entryElements({ at, head, lines }: RecordEntry): Element[] {
  return [
    ...(head === '' ? [] : [heading(head)]),
    ...(at === '' ? [] : [note(at)]),
    ...lines.map(({ text, tone }) => line(text, tone)),
  ]
}
