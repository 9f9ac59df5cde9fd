/**
 * A command is the one way in which anything changes: a typed wish of a person (or of the clock), prepared into a
 * change by a pure rule, and committed as one batch by `execute`.
 */
import type * as z from 'zod'
import type { Database, Statement } from '../store/database.ts'
import type { Role } from '../store/schema/organization.ts'
import type { Acting } from './acting.ts'
import type { Coded, Decision, Happening, JsonObject } from './decision.ts'
import type { PersonId, SubjectId } from './ids.ts'
import { foldSubject, type Subject, type SubjectChange } from './subject.ts'
import type { Instant } from './time.ts'

/** Who acts, why it came, and when. `causes` name the delivery (event id, message id): a cause seen before gets its old outcome. */
export interface Meta extends Acting {
  readonly causes: readonly [string, ...string[]]
  readonly at: Instant
}

/** A view: the name of something that can be shown, and what it is shown about. Rendered when it is needed, from the tables. */
export interface View {
  readonly name: string
  readonly params: JsonObject
}

/** Who is told what. `about` links every copy of a card to its subject: when that changes, the copies follow. */
export interface Notice {
  readonly to: PersonId
  readonly view: View
  readonly about: SubjectId | null
  /** Makes the notice unique: a second notice with the same key is the same one. */
  readonly key: string
  /** By which duties it asks for an act: who may do that in the person's name gets it too. Absent for news. */
  readonly asks?: readonly AskedDuty[]
}

/** `leader`: in charge of units. Without a scope, whichever. */
export interface AskedDuty {
  readonly role: Role | 'leader'
  readonly scope?: string
}

/** A file of a received message that must be fetched after the commit; then `into.command` is executed with `with`, `sha256` and `size` (bytes). */
export interface FileFetch {
  readonly key: string
  readonly messageId: string
  readonly file: { readonly key: string; readonly name: string; readonly kind: 'image' | 'file' }
  readonly person: PersonId
  readonly into: { readonly command: string; readonly with: JsonObject }
  /** Whose cards are drawn anew where the file cannot be fetched. */
  readonly about?: SubjectId
}

/**
 * The platform's directory, to be read after the commit, however long it takes; then `into.command` is executed with `with`
 * and either `sha256` and `size` (bytes) of what was read, or the `fault`.
 */
export interface DirectoryRead {
  readonly key: string
  readonly person: PersonId
  readonly into: { readonly command: string; readonly with: JsonObject }
  readonly about: SubjectId
}

/** What the actor is told: a code with facts, said by `wording`; `show` takes the place of the tapped card. */
export interface Answer<Done extends Coded> {
  readonly done: Done
  readonly show?: View
  /** A message is not answered by itself: a notice of the change says it, as one card for twenty files. */
  readonly silent?: true
}

export interface Change {
  readonly subjects: readonly SubjectChange[]
  readonly notices: readonly Notice[]
  readonly fetches?: readonly FileFetch[]
  readonly reads?: readonly DirectoryRead[]
  /** Other subjects whose cards show what changed: their copies follow too. */
  readonly touches?: readonly SubjectId[]
  /** Rows that belong to no subject, as the outbox's own. */
  readonly also?: readonly Statement[]
  /** What the journal says in the place of who acted and why it came, where that must not be read there (Article 32). */
  readonly signedAs?: { readonly by: string; readonly cause: string }
  readonly answer: Answer<Coded>
}

export type Prepared = { readonly change: Change } | { readonly refusal: Coded; readonly show?: View }

export interface Command {
  readonly type: string
  readonly payload: z.ZodType
  prepare(db: Database, payload: unknown, meta: Meta): Promise<Prepared>
}

interface CommandOnSubject<
  Payload,
  State,
  Event extends Happening,
  Refusal extends Coded,
  Context,
  Done extends Coded,
> {
  readonly type: string
  readonly payload: z.ZodType<Payload>
  readonly on: Subject<State, Event>
  readonly id: (payload: Payload, meta: Meta) => SubjectId
  /** Everything that the rule must know beside its own state; the only place of a command that reads. */
  readonly context: (db: Database, payload: Payload, meta: Meta, state: State) => Promise<Context>
  readonly decide: (state: State, payload: Payload, context: Context, meta: Meta) => Decision<Event, Refusal>
  /** Who is told what, and what the actor is answered, once it is decided. */
  readonly tell: (facts: Told<Payload, State, Event, Context>) => {
    readonly notices?: readonly Notice[]
    readonly fetches?: readonly FileFetch[]
    readonly touches?: readonly SubjectId[]
    readonly answer: Answer<Done>
  }
  /** What stands in the place of the tapped card when the rule refuses, as the present state of a decided one. */
  readonly onRefusal?: (refusal: Refusal, payload: Payload) => View | undefined
}

export interface Told<Payload, State, Event, Context> {
  readonly payload: Payload
  readonly subject: SubjectId
  readonly before: State
  readonly after: State
  readonly events: readonly Event[]
  readonly version: number
  readonly context: Context
  readonly meta: Meta
}

/** The usual command: one subject, one pure decision. */
export function command<
  Payload,
  State,
  Event extends Happening,
  Refusal extends Coded,
  Context,
  Done extends Coded,
>(d: CommandOnSubject<Payload, State, Event, Refusal, Context, Done>): Command {
  return {
    type: d.type,
    payload: d.payload,
    async prepare(db, raw, meta) {
      const payload = d.payload.parse(raw)
      const subject = d.id(payload, meta)
      const head = await foldSubject(db, d.on, subject)
      const context = await d.context(db, payload, meta, head.state)
      const decision = d.decide(head.state, payload, context, meta)
      if ('refusal' in decision) {
        const show = d.onRefusal?.(decision.refusal, payload)
        return { refusal: decision.refusal, ...(show && { show }) }
      }
      const change = d.on.change(subject, head, decision.events)
      const told = d.tell({
        payload,
        subject,
        before: head.state,
        after: change.state,
        events: decision.events,
        version: change.version,
        context,
        meta,
      })
      return {
        change: {
          subjects: [change],
          notices: told.notices ?? [],
          fetches: told.fetches ?? [],
          touches: told.touches ?? [],
          answer: told.answer,
        },
      }
    },
  }
}

/** Statements that must be in the same batch as an outcome: the dialog's next step, the reply to a message. */
export type Attach = (outcome: Outcome) => readonly Statement[]

/** What came of a command; kept in its receipt, so that a redelivery is answered alike. */
export type Outcome =
  | { readonly ok: true; readonly done: Coded; readonly show?: View; readonly silent?: true }
  | { readonly ok: false; readonly refusal: Coded; readonly show?: View }
