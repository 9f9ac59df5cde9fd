import { type Card, line } from './kit.ts'

export interface DoneFacts {
  readonly text: string
  /** Green for what was done, grey for what ended without being done. */
  readonly tone: 'green' | 'muted'
}

/** What remains of a form or a question when it is over: one sentence, no buttons. */
export function doneCard({ text, tone }: DoneFacts): Card {
  return {
    title: tone === 'green' ? '办理完成' : '提示',
    status: tone === 'green' ? { text: '已完成', tone } : { text: '已结束', tone },
    summary: text,
    elements: [line(text)],
  }
}
