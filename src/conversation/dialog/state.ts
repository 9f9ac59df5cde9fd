/** Where a person stands in a guided form, and the drafts that wait. Pure; kept as JSON in the table `dialog`. */
import type { JsonObject } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Typed } from '../reading/field.ts'

/** What was answered, by field; null where the question was skipped. */
export type Answers = { readonly [field: string]: Typed | null }

export interface Draft {
  readonly form: string
  readonly params: JsonObject
  /** The form's title, for the sentences about it. */
  readonly title: string
  readonly answers: Answers
  /** How it was being filled in, and is taken up again. */
  readonly way: 'card' | 'guide'
  /** In whose name a delegate fills it in; absent in the own name. */
  readonly for?: PersonId
}

interface WithDrafts {
  /** Set aside, the latest first. */
  readonly drafts: readonly Draft[]
}

export type Running = WithDrafts &
  (
    | { readonly status: 'asking'; readonly draft: Draft; readonly question: string }
    | { readonly status: 'checking'; readonly draft: Draft }
  )
export type Dialog = (WithDrafts & { readonly status: 'idle' }) | Running

/** More than anyone has open at once; beyond it the oldest goes. */
const MOST_DRAFTS = 20

export const QUIET: Dialog = { status: 'idle', drafts: [] }

/** `whose`: the principal of a delegate's draft, undefined for an own one. */
export function isOf(draft: Draft, form: string, params: JsonObject, whose: PersonId | undefined): boolean {
  const isSame = draft.form === form && draft.for === whose
  return isSame && JSON.stringify(draft.params) === JSON.stringify(params)
}

/** Every draft, the one being filled in first. */
export function draftsOf(dialog: Dialog): readonly Draft[] {
  return dialog.status === 'idle' ? dialog.drafts : [dialog.draft, ...dialog.drafts]
}

export function findDraft(
  dialog: Dialog,
  form: string,
  params: JsonObject,
  whose: PersonId | undefined,
): Draft | undefined {
  return draftsOf(dialog).find((draft) => isOf(draft, form, params, whose))
}

/**
 * The params under which a form is opened that makes one thing only: with an `opened` of their own, or those of the
 * draft that waits, so that the draft is taken up.
 */
export function openingOf(
  dialog: Dialog,
  form: string,
  params: JsonObject,
  opened: string,
  whose: PersonId | undefined,
): JsonObject {
  if ('opened' in params) return params
  const { drafts } = setAside(dialog)
  const kept = drafts.find((draft) => isOf({ ...draft, params: unopened(draft.params) }, form, params, whose))
  return kept ? kept.params : { ...params, opened }
}

const unopened = ({ opened: _, ...params }: JsonObject): JsonObject => params

/** How many questions were answered with something. */
export function answered(draft: Draft): number {
  return Object.values(draft.answers).filter((answer) => answer !== null && answer.length > 0).length
}

/** Nothing is being asked any more; what was answered stays as a draft. */
export function setAside(dialog: Dialog): Dialog {
  if (dialog.status === 'idle') return dialog
  const kept = answered(dialog.draft) > 0 ? [dialog.draft] : []
  return { status: 'idle', drafts: [...kept, ...dialog.drafts].slice(0, MOST_DRAFTS) }
}

export function withoutDraft(
  dialog: Dialog,
  form: string,
  params: JsonObject,
  whose: PersonId | undefined,
): Dialog {
  const isIt = (draft: Draft): boolean => isOf(draft, form, params, whose)
  const drafts = dialog.drafts.filter((draft) => !isIt(draft))
  return dialog.status === 'idle' || isIt(dialog.draft) ? { status: 'idle', drafts } : { ...dialog, drafts }
}

/** Keeps a draft for later, in the place of an older one of the same form. */
export function withDraft(dialog: Dialog, draft: Draft): Dialog {
  const others = withoutDraft(dialog, draft.form, draft.params, draft.for)
  return { ...others, drafts: [draft, ...others.drafts].slice(0, MOST_DRAFTS) }
}

/** The draft is taken up; whatever else was being asked is set aside. */
export function takeUp(dialog: Dialog, draft: Draft): readonly Draft[] {
  return setAside(withoutDraft(dialog, draft.form, draft.params, draft.for)).drafts
}
