import { type Button, buttons, type Card, line, note } from './kit.ts'

export interface RoleCheckFacts {
  readonly title: string
  /** The role with its unit, group or area, the person and the days. */
  readonly items: readonly { readonly label: string; readonly value: string }[]
  readonly warnings: readonly string[]
  /** What the warnings ask. */
  readonly question: string
  readonly buttons: readonly Button[]
}

/** What should be known before a role is given or ended, with the button that does it anyway. */
export function roleCheckCard({ title, items, warnings, question, buttons: list }: RoleCheckFacts): Card {
  return {
    title,
    status: { text: '请核对', tone: 'orange' },
    summary: `${title}：请核对后确认`,
    elements: [
      { tag: 'fields', items },
      ...warnings.map((text) => line(`• ${text}`, 'orange')),
      note(question),
      ...(list.length === 0 ? [] : [buttons(...list)]),
    ],
  }
}
