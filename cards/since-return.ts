/** How a goal that came back and was sent again differs from the text that was returned. */
import type { Element } from './kit.ts'

export interface SinceReturnFacts {
  /** What the returned text said in the parts that differ now; none where it was not changed. */
  readonly before: readonly { readonly label: string; readonly value: string }[]
}

export const sinceReturnMark = ({ before }: SinceReturnFacts): string =>
  before.length === 0 ? '退回后未修改' : `退回后修改了${before.map((one) => one.label).join('、')}`

/** Most characters of a text that was returned. */
const BRIEF = 160

/** The text that was returned, folded, where it differs now. */
export function sinceReturnFold(name: string, facts: SinceReturnFacts | undefined): Element[] {
  if (!facts || facts.before.length === 0) return []
  const spans = facts.before.flatMap(({ label, value }) => [
    { text: `${label}：`, tone: 'muted' as const },
    { text: `${value.length > BRIEF ? `${value.slice(0, BRIEF)}…` : value}\n` },
  ])
  return [{ tag: 'fold', title: `${name} 退回时的内容`, elements: [{ tag: 'text', spans }] }]
}
