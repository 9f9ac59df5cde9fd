/** Views and forms: what can be shown or asked, by name, rendered from the tables at the moment when it is needed. */
import type * as z from 'zod'
import type { Action, FormSpec, Message } from '../../cards/kit.ts'
import type { Database } from '../store/database.ts'
import type { Acting } from './acting.ts'
import type { View } from './command.ts'
import type { Coded, JsonObject } from './decision.ts'
import type { SubjectId } from './ids.ts'
import type { Instant } from './time.ts'

/** Who looks, and when. A view shows only what the viewer may see. */
export interface Viewer extends Acting {
  readonly at: Instant
}

export interface ViewDefinition {
  readonly name: string
  /** Whether it shows any year that its params name, one that is over too: read only, because nothing is done in it. */
  readonly ofYear?: boolean
  /** The subject that the view shows: when it changes, every sent copy follows. */
  about(params: unknown): SubjectId | null
  /** The view with all filled in that words leave open, as the year and the own unit: so that its card has a subject to follow. */
  complete(db: Database, params: unknown, viewer: Viewer): Promise<View>
  render(db: Database, params: unknown, viewer: Viewer): Promise<Message>
}

/** Declares a view; `params` are checked, because they come back from cards. */
export function viewOf<Params extends JsonObject>(d: {
  readonly name: string
  readonly ofYear?: true
  readonly params: z.ZodType<Params>
  readonly about?: (params: Params) => SubjectId | null
  readonly complete?: (db: Database, params: Params, viewer: Viewer) => Promise<View | undefined>
  readonly render: (db: Database, params: Params, viewer: Viewer) => Promise<Message>
}): ViewDefinition {
  return {
    name: d.name,
    ofYear: d.ofYear ?? false,
    about: (params) => d.about?.(d.params.parse(params)) ?? null,
    async complete(db, raw, viewer) {
      const params = d.params.parse(raw)
      return (await d.complete?.(db, params, viewer)) ?? { name: d.name, params }
    },
    render: (db, params, viewer) => d.render(db, d.params.parse(params), viewer),
  }
}

/**
 * What a person filled in, read by the fields of the form. A field left empty is absent. `line`, `text`, `choice`: string;
 * `number`: an integer in units of 10^-decimals (12.5 at two decimals is 1250); `date`: LocalDate; `choices`: string[].
 */
export type FormValues = { readonly [name: string]: string | number | readonly string[] | undefined }

/** What is wrong with one field. */
export interface FieldMistake {
  readonly name: string
  readonly text: string
}

/** Why a form cannot be filled in; `show`: the present state, where it was decided meanwhile. */
export interface Barred {
  readonly refusal: Coded
  readonly show?: View
}

export interface FormDefinition {
  readonly name: string
  /** Where each opened form makes one thing only: a name for this opening, for `params.opened`, which its command remembers. */
  readonly once?: (db: Database, params: unknown, viewer: Viewer) => Promise<string>
  /** The command that the filled form becomes. */
  readonly command: string
  /** What is typed is kept nowhere but by the command: the form has no drafts, and is not asked question by question. */
  readonly secret?: boolean
  /** The fields for this viewer; throws nothing, answers a refusal where the viewer may not fill it in. */
  spec(db: Database, params: unknown, viewer: Viewer): Promise<FormSpec | Barred>
  /** What is wrong with the fields together, beside what each field tells by itself; `values` are those that could be read. */
  check(values: FormValues, params: unknown): readonly FieldMistake[]
  /** The command's payload. */
  payload(values: FormValues, params: unknown): JsonObject
}

export function formOf<Params extends JsonObject>(d: {
  readonly name: string
  readonly params: z.ZodType<Params>
  readonly command: string
  readonly secret?: boolean
  readonly spec: (db: Database, params: Params, viewer: Viewer) => Promise<FormSpec | Barred>
  readonly check?: (values: FormValues, params: Params) => readonly FieldMistake[]
  readonly once?: (db: Database, params: Params, viewer: Viewer) => Promise<string>
  readonly payload: (values: FormValues, params: Params) => JsonObject
}): FormDefinition {
  const { once } = d
  return {
    name: d.name,
    ...(once && { once: (db, params, viewer) => once(db, d.params.parse(params), viewer) }),
    command: d.command,
    secret: d.secret ?? false,
    spec: (db, params, viewer) => d.spec(db, d.params.parse(params), viewer),
    check: (values, params) => d.check?.(values, d.params.parse(params)) ?? [],
    payload: (values, params) => d.payload(values, d.params.parse(params)),
  }
}

/** One thing that waits for a person, for `待办`. */
export interface Todo {
  readonly text: string
  readonly since: Instant | null
  readonly button: string
  readonly action: Action
}

/** Words that a person may say (or a menu key), and what they open. `rest` is what follows the words. */
export interface Intent {
  /** The first is the one shown in help and as a suggestion. */
  readonly words: readonly [string, ...string[]]
  readonly help: string
  /** Help and suggestions name it to holders of the role alone; everyone may say it, and is told who does it. */
  readonly only?: 'office'
  /** What follows the words is kept nowhere: no question that is being asked takes it for its answer. */
  readonly secret?: true
  /** The view that answers in a group chat, before everyone there: totals of the whole school, of nobody in particular, without a button. Absent: private only. */
  readonly inGroup?: string
  /** Undefined where the rest makes no sense: then the next intent is tried. */
  readonly opens: (rest: string) => Action | undefined
  /** What a whole sentence opens that begins with no known words, as 3号目标完成了; tried last. */
  readonly reads?: (sentence: string) => Action | undefined
}

/** What one chapter offers to the conversation. */
export type Wording<Code extends Coded> = {
  readonly [K in Code['code']]: (facts: Extract<Code, { readonly code: K }>) => string
}
