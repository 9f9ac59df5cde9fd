import { type Action, buttons, type Card, line, note } from './kit.ts'

export interface ProgressChoiceFacts {
  readonly title: string
  readonly text: string
  readonly options: readonly { readonly text: string; readonly action: Action }[]
}

const MOST_BUTTONS = 40

/** One of several units, or of several goals with one number. */
export function progressChoiceCard({ title, text, options }: ProgressChoiceFacts): Card {
  const more = options.length > MOST_BUTTONS
  return {
    title,
    summary: text,
    elements: [
      line(text),
      buttons(...options.slice(0, MOST_BUTTONS)),
      ...(more ? [note('其余单位请直接发送单位名称，例如：进展 药学院。')] : []),
    ],
  }
}
