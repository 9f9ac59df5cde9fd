/** How a goal that was copied from last year is marked, on draft and review cards. */
import type { Element } from './kit.ts'

export interface LastYearFacts {
  /** Whether it says the same still. */
  readonly same: boolean
  /** What last year's goal said in the parts that differ now. */
  readonly before: readonly { readonly label: string; readonly value: string }[]
}

export const lastYearMark = ({ same }: LastYearFacts): string => (same ? '与去年相同' : '较去年有改动')

/** Most characters of a text of last year. */
const BRIEF = 160

/** Last year's text, folded; nothing where it is the same. */
export function lastYearFold(name: string, facts: LastYearFacts | undefined): Element[] {
  if (!facts || facts.same) return []
  const spans = facts.before.flatMap(({ label, value }) => [
    { text: `${label}：`, tone: 'muted' as const },
    { text: `${value.length > BRIEF ? `${value.slice(0, BRIEF)}…` : value}\n` },
  ])
  return [{ tag: 'fold', title: `${name} 去年的内容`, elements: [{ tag: 'text', spans }] }]
}
