/** Several subjects are meant by the words: each with how many entries it has, and a button that opens it. */
import { type Action, type Button, buttons, type Card, line, note } from './kit.ts'

export interface HistoryChoiceFacts {
  readonly words: string
  readonly total: number
  readonly options: readonly { readonly text: string; readonly records: number; readonly action: Action }[]
  readonly buttons: readonly Button[]
}

const LONGEST = 48

export function historyChoiceCard({ words, total, options, buttons: more }: HistoryChoiceFacts): Card {
  const title = [...words].slice(0, LONGEST).join('')
  return {
    title: `历史：${title}`,
    summary: `「${title}」有${total}项历史可查看`,
    elements: [
      note(`共${total}项，请选择：`),
      ...options.flatMap(({ text, records, action }) => [
        line(`${[...text].slice(0, LONGEST).join('')}（${records}条）`),
        buttons({ text: '查看', action }),
      ]),
      ...(more.length > 0 ? [buttons(...more)] : []),
    ],
  }
}
