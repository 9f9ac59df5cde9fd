import { buttons, type Card, line, note } from './kit.ts'
import { paperFields, type ReformPaper } from './reform-preview.ts'
import { REFORM_WORDS } from './unit-words.ts'

export interface ReformDoneFacts extends ReformPaper {
  readonly what: 'applied' | 'dropped'
  /** Who confirmed or dropped it, and when. */
  readonly who: string
  readonly when: string
  /** What came of it, a sentence a line. */
  readonly lines: readonly string[]
  /** The unit to look at; null for none. */
  readonly unit: string | null
}

/** A reform that is decided. */
export function reformDoneCard(facts: ReformDoneFacts): Card {
  const { kind, what, into, who, when } = facts
  const applied = what === 'applied'
  return {
    title: REFORM_WORDS[kind],
    status: applied ? { text: '已生效', tone: 'green' } : { text: '已放弃', tone: 'muted' },
    summary: applied ? `${REFORM_WORDS[kind]}：${into.join('、')}` : `${REFORM_WORDS[kind]}已放弃，没有改动`,
    elements: [
      paperFields(facts),
      ...facts.lines.map((text) => line(text)),
      note(applied ? `${who} 于 ${when} 确认` : `${who} 于 ${when} 放弃，没有任何改动`),
      ...(applied && facts.unit !== null
        ? [buttons({ text: '查看单位', action: { show: 'unit', with: { unit: facts.unit } } })]
        : []),
    ],
  }
}
