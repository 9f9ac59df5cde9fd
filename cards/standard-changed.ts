import { type Action, type Button, buttons, type Card, type Element, heading, line, note } from './kit.ts'

export interface StandardChange {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly by: string
  readonly at: string
  /** The viewer's units with a goal of it; empty where there is none any more. */
  readonly units: readonly string[]
  /** It was changed again since. */
  readonly outdated: boolean
}

export interface StandardChangedFacts {
  readonly changes: readonly StandardChange[]
  /** What the viewer does next: reviews, or just looks. */
  readonly next: { readonly text: string; readonly button: string; readonly action: Action }
}

/** More would not fit on one card with the longest texts. */
const MOST = 12
const UNITS = 20

/** Tells of standards that changed before ratification, old and new beside each other (Article 11). */
export function standardChangedCard({ changes, next }: StandardChangedFacts): Card {
  const names = changes.map((one) => `「${one.name}」`).join('、')
  const rest = changes.length - MOST
  const button: Button = { text: next.button, style: 'primary', action: next.action }
  return {
    title: '衡量标准有变动',
    summary: `${names.slice(0, 80)}的衡量标准有变动，${next.text}`,
    elements: [
      ...changes.slice(0, MOST).flatMap(changeElements),
      ...(rest > 0 ? [note(`还有${rest}项变动，请发送「衡量标准」查看。`)] : []),
      line(next.text),
      buttons(button),
    ],
  }
}

function changeElements(change: StandardChange): Element[] {
  const { name, before, after, units, outdated } = change
  const shown = units.slice(0, UNITS).join('、')
  const more = units.length > UNITS ? `等${units.length}个单位` : ''
  return [
    heading(name),
    {
      tag: 'fields',
      items: [
        { label: '原标准', value: before, tone: 'muted' },
        { label: '新标准', value: after, tone: 'blue' },
      ],
    },
    ...(units.length > 0 ? [line(`涉及单位：${shown}${more}`)] : []),
    ...(outdated ? [line('此后又有修改，请以最新标准为准。', 'orange')] : []),
    note(`${change.at} ${change.by}修改`),
  ]
}
