import { type Card, line } from './kit.ts'

/** Says politely why there is nothing to show, and what comes next. */
export function resultNoteCard({ title, text }: { readonly title: string; readonly text: string }): Card {
  return { title, summary: text, elements: [line(text)] }
}
