/** From question to question. Pure: fields, dialog and an answer in, the next dialog out. */
import type { Field } from '../../../cards/kit.ts'
import type { View } from '../../kernel/command.ts'
import type { Typed } from '../reading/field.ts'
import { comparable } from '../words.ts'
import { type Answers, type Dialog, type Draft, type Running, takeUp } from './state.ts'

/** Asks the first question without an answer; when none is left, the summary is checked. */
export function proceed(fields: readonly Field[], dialog: Dialog, draft: Draft): Running {
  const drafts = takeUp(dialog, draft)
  const next = fields.find((field) => draft.answers[field.name] === undefined)
  return next
    ? { status: 'asking', draft, question: next.name, drafts }
    : { status: 'checking', draft, drafts }
}

export function ask(dialog: Dialog, draft: Draft, question: string): Running {
  return { status: 'asking', draft, question, drafts: takeUp(dialog, draft) }
}

/** The draft with one question answered, or skipped (null). */
export function withAnswer(draft: Draft, question: string, answer: Typed | null): Draft {
  return { ...draft, answers: { ...draft.answers, [question]: answer } }
}

/** One question back; undefined at the first one. */
export function stepBack(fields: readonly Field[], dialog: Running): Running | undefined {
  const at =
    dialog.status === 'checking' ? fields.length : fields.findIndex((field) => field.name === dialog.question)
  const previous = fields[at - 1]
  return previous && ask(dialog, dialog.draft, previous.name)
}

/** The question that `修改 2` or `修改 标题` means. */
export function questionCalled(fields: readonly Field[], words: string): Field | undefined {
  const said = comparable(words)
  if (said === '') return undefined
  return fields[Number(said) - 1] ?? fields.find((field) => comparable(field.label).includes(said))
}

/** What shows where the dialog stands; `taken` says how the answer before was understood. */
export function viewOfDialog(dialog: Running, fault?: string, taken?: string): View {
  const { form, params, answers } = dialog.draft
  if (dialog.status === 'checking') {
    return { name: 'check-answers', params: { form, params, answers: plain(answers), fault: fault ?? '' } }
  }
  const now = answers[dialog.question] ?? ''
  return {
    name: 'question',
    params: { form, params, question: dialog.question, now, fault: fault ?? '', taken: taken ?? '' },
  }
}

/** The answers that were given, without the skipped ones. */
export function plain(answers: Answers): { readonly [field: string]: Typed } {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => (answer === null ? [] : [[name, answer]])),
  )
}
