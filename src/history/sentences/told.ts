/** What one entry of the journal comes to in plain Chinese. */
import type { Happening } from '../../kernel/decision.ts'

/** A value before and after. */
export interface Difference {
  readonly what: string
  readonly from: string
  readonly to: string
}

export interface Told {
  readonly text: string
  readonly changes?: readonly Difference[]
  /** The reason that was given; '' where there was none. */
  readonly why?: string
}

/** Ids as people know them; what is unknown stays as it is. */
export interface Names {
  person(id: string): string
  unit(id: string): string
  team(id: string): string
  /** `目标3《获批国家级一流课程》` */
  goal(id: string): string
}

export interface About<State> {
  readonly names: Names
  readonly before: State
  readonly after: State
}

/** A sentence for each event of a union: it does not compile without. */
export type Sentences<Event extends Happening, State> = {
  readonly [Type in Event['type']]: (
    event: Extract<Event, { readonly type: Type }>,
    about: About<State>,
  ) => string | Told
}

/** How the journal of one kind of subject is read: folded by the chapter's own rules, told by its sentences. */
export interface Telling {
  readonly types: readonly string[]
  /** The state before anything happened. */
  readonly initial: unknown
  evolve(state: unknown, event: Happening): unknown
  tell(event: Happening, about: About<unknown>): Told | undefined
}

export function tellingOf<State, Event extends Happening>(d: {
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
  readonly sentences: Sentences<Event, State>
}): Telling {
  return {
    types: Object.keys(d.sentences),
    initial: d.initial,
    // The journal's bodies were written from the same union; here they come back as data.
    evolve: (state, event) => d.evolve(state as State, event as Event),
    tell(event, about) {
      const sentence = (d.sentences as { readonly [type: string]: unknown })[event.type]
      if (typeof sentence !== 'function') return undefined
      const said = sentence(event, about) as string | Told
      return typeof said === 'string' ? { text: said } : said
    },
  }
}
