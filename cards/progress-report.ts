import type { Action, Card, Element, Tone } from './kit.ts'
import { buttons, line, note } from './kit.ts'
import { PROGRESS_STATES, type ProgressState } from './progress-words.ts'

export interface ProgressFacts {
  readonly unit: string
  readonly number: number
  readonly title: string
  /** 0-100 */
  readonly percent: number
  /** Of the report before it; null for the first. */
  readonly before: number | null
  readonly state: ProgressState
  readonly done: string
  readonly next: string
  readonly difficulty: string
  /** Why the percent went down; '' where it did not. */
  readonly reason: string
  /** Yuan, as `1200.50`; null where none was given. */
  readonly cost: string | null
}

export interface ProgressReportFacts extends ProgressFacts {
  /** The report's evidence; each can be had back. */
  readonly files: readonly { readonly name: string; readonly open: Action }[]
  /** How many of its files were refused after all, as too large or empty. */
  readonly lost: number
  readonly by: string
  readonly at: string
  /** A later report on the same goal; null for the last. */
  readonly later: Action | null
  /** Files that the viewer sent and no report uses yet; null where there are none. */
  readonly unused: { readonly count: number; readonly add: Action } | null
  readonly history: Action
}

/** One report as it stands: who, when, what, with its evidence. */
export function progressReportCard(facts: ProgressReportFacts): Card {
  const title = `目标${facts.number} ${facts.title}`
  return {
    title: '进展已报送',
    subtitle: facts.unit,
    status: { text: `${facts.percent}%`, tone: PROGRESS_STATES[facts.state].tone },
    summary: `${title} 进展 ${facts.percent}% 已报送`,
    elements: [
      line(title),
      { tag: 'fields', items: progressFields(facts) },
      ...filesOf(facts),
      note(`${facts.by} 于 ${facts.at} 报送。如有出入，再报一次即可，历次报送都会保留。`),
      ...(facts.later ? [line('此后又有新的进展。', 'orange')] : []),
      ...unusedOf(facts),
      buttons(...(facts.later ? [{ text: '最新进展', action: facts.later }] : []), {
        text: '进展记录',
        action: facts.history,
      }),
    ],
  }
}

/** What a report says, field by field; what it does not say is left out. */
export function progressFields(facts: ProgressFacts): { label: string; value: string; tone?: Tone }[] {
  const percent = facts.before === null ? `${facts.percent}%` : `${facts.percent}%（上次 ${facts.before}%）`
  const state = PROGRESS_STATES[facts.state]
  const optional: [string, string | null][] = [
    ['完成情况', facts.done],
    ['下一步', facts.next],
    ['困难', facts.difficulty],
    ['下调原因', facts.reason],
    ['累计支出', facts.cost && `${facts.cost} 元`],
  ]
  return [
    { label: '完成进度', value: percent },
    { label: '状态', value: state.text, tone: state.tone },
    ...optional.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  ]
}

function filesOf({ files, lost }: ProgressReportFacts): Element[] {
  const warning = lost === 0 ? [] : [line(`有 ${lost} 份材料没有保存成功，请压缩后重新发送。`, 'orange')]
  if (files.length === 0) return warning
  return [
    line(`佐证材料（${files.length} 份）：`),
    ...files.map(({ name }, position) => line(`${position + 1}. ${name}`)),
    buttons(...files.map(({ open }, position) => ({ text: `取回材料${position + 1}`, action: open }))),
    ...warning,
  ]
}

function unusedOf({ unused }: ProgressReportFacts): Element[] {
  if (!unused) return []
  return [
    line(`您还有 ${unused.count} 份材料没有用于任何进展。如属于这项目标，请点「补充材料」。`),
    buttons({ text: '补充材料', action: unused.add }),
  ]
}
