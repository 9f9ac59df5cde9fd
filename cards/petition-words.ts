/** The words of petitions, used alike on every card of them. */
import type { Button } from './kit.ts'
import { type Element, line, note, type Tone } from './kit.ts'

export type PetitionStatus = 'waiting' | 'consent' | 'asked' | 'answered' | 'closed'

interface Marked {
  readonly text: string
  readonly tone: Tone
}

export const PETITION_STATUS: { readonly [status in PetitionStatus]: Marked } = {
  waiting: { text: '办理中', tone: 'orange' },
  consent: { text: '转办待同意', tone: 'orange' },
  asked: { text: '待补充', tone: 'blue' },
  answered: { text: '已答复', tone: 'green' },
  closed: { text: '已办结', tone: 'muted' },
}

/** `第 2026-007 号` */
export const sayNumber = (number: string): string => `第 ${number} 号`

/** One step as it is shown: who and what in a line, then the words. */
export interface ThreadStep {
  readonly head: string
  /** '' where the step has no words. */
  readonly text: string
}

export function threadElements(steps: readonly ThreadStep[]): Element[] {
  return steps.flatMap(({ head, text }) => [note(head), ...(text === '' ? [] : [line(text)])])
}

export const turnElements = (turns: readonly Button[]): Element[] =>
  turns.length === 0 ? [] : [{ tag: 'buttons', buttons: turns }]
