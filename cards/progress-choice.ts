import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface ProgressChoiceFacts {
  readonly title: string
  readonly text: string
  readonly options: readonly {
    /** Stands above the button, where the button alone does not tell. */
    readonly about?: string
    readonly text: string
    readonly action: Action
  }[]
  /** To the other pages. */
  readonly turns?: readonly Button[]
}

const MOST_BUTTONS = 40

/** One of several units, or of several goals. */
export function progressChoiceCard({ title, text, options, turns = [] }: ProgressChoiceFacts): Card {
  const shown = options.slice(0, MOST_BUTTONS)
  return {
    title,
    summary: text,
    elements: [
      line(text),
      ...(shown.some(({ about }) => about !== undefined) ? shown.flatMap(rowOf) : [buttons(...shown)]),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      ...(options.length > MOST_BUTTONS ? [note('其余单位请直接发送单位名称，例如：进展 药学院。')] : []),
    ],
  }
}

const rowOf = ({ about = '', text, action }: ProgressChoiceFacts['options'][number]): Element[] => [
  line(about),
  buttons({ text, action }),
]
