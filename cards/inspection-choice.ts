import { type Action, type Button, buttons, type Card, line, note } from './kit.ts'

export interface InspectionChoiceFacts {
  readonly title: string
  readonly text: string
  readonly options: readonly { readonly text: string; readonly label: string; readonly action: Action }[]
  readonly turns: readonly Button[]
  /** What is not offered, and why; '' where all is. */
  readonly left: string
}

/** A page of units or goals to choose from, each in full, with its button. */
export function inspectionChoiceCard({ title, text, options, turns, left }: InspectionChoiceFacts): Card {
  return {
    title,
    summary: text,
    elements: [
      line(text),
      ...options.flatMap((one) => [
        ...(one.text === '' ? [] : [line(one.text)]),
        buttons({ text: one.label, action: one.action }),
      ]),
      ...(left === '' ? [] : [note(left)]),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
    ],
  }
}
