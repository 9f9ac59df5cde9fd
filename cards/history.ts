/** A subject's history as the journal holds it: who did what, in whose name, when, from what to what, and why (rulebook 7). */
import { type Button, buttons, type Card, divider, type Element, line, note } from './kit.ts'

export interface HistoryEntryFacts {
  readonly version: number
  readonly when: string
  /** `张明（李华代）` where somebody acted for another. */
  readonly who: string
  readonly text: string
  readonly changes: readonly { readonly what: string; readonly from: string; readonly to: string }[]
  /** '' where none was given. */
  readonly why: string
  /** The first characters of the entry's hash. */
  readonly hash: string
}

export interface HistoryFacts {
  readonly title: string
  readonly total: number
  readonly entries: readonly HistoryEntryFacts[]
  /** What is wrong with the chain; '' where it is whole. */
  readonly broken: string
  /** Which entry is the first broken one. */
  readonly brokenAt: number | null
  /** Where not everything is shown. */
  readonly partial: boolean
  readonly buttons: readonly Button[]
}

const LONGEST = { title: 40, who: 40, text: 160, what: 24, value: 50, why: 120 } as const
const MOST_CHANGES = 5

const cut = (text: string, length: number): string => {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text
}

export function historyCard(facts: HistoryFacts): Card {
  const { total, entries, broken, brokenAt, partial } = facts
  const title = cut(facts.title, LONGEST.title)
  return {
    title: `历史：${title}`,
    status:
      brokenAt === null
        ? { text: '校验链完好', tone: 'green' }
        : { text: `第${brokenAt}条异常`, tone: 'red' },
    summary: `${title}：共${total}条记录，${brokenAt === null ? '校验链完好' : `第${brokenAt}条异常`}`,
    elements: [
      ...(broken === '' ? [] : [line(cut(broken, LONGEST.text), 'red')]),
      note(`共${total}条，最近的在前${partial ? '；只列出与您有关的记录' : ''}`),
      ...entries.flatMap((entry) => [divider, ...entryPart(entry)]),
      ...(facts.buttons.length > 0 ? [buttons(...facts.buttons)] : []),
    ],
  }
}

function entryPart({ version, when, who, text, changes, why, hash }: HistoryEntryFacts): Element[] {
  return [
    {
      tag: 'text',
      spans: [
        { text: `${when}　`, tone: 'muted' },
        { text: cut(who, LONGEST.who), bold: true },
      ],
    },
    line(cut(text, LONGEST.text)),
    ...changePart(changes),
    ...(why === '' ? [] : [line(`理由：${cut(why, LONGEST.why)}`)]),
    note(`版本 ${version}　校验值 ${hash}`),
  ]
}

function changePart(changes: HistoryEntryFacts['changes']): Element[] {
  if (changes.length === 0) return []
  const told = changes
    .slice(0, MOST_CHANGES)
    .map(
      ({ what, from, to }) =>
        `${cut(what, LONGEST.what)}：${cut(from, LONGEST.value)} → ${cut(to, LONGEST.value)}`,
    )
  const more = changes.length > MOST_CHANGES ? [`等 ${changes.length} 处变动`] : []
  return [line([...told, ...more].join('\n'), 'blue')]
}
