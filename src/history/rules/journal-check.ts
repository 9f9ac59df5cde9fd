/** The journal's chains are recomputed on the office's word, by the clock, in turns. Subject `journal-check:all`. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Signed } from '../../policy/rules/signed.ts'

/** How far a check has come; the next entry is the one after `subject`, `version`. */
export interface Course {
  readonly subject: string
  readonly version: number
  readonly subjects: number
  readonly entries: number
}

export interface Broken {
  readonly subject: string
  readonly version: number
  readonly what: 'altered' | 'unchained' | 'missing' | 'head-differs'
}

export interface Checked {
  readonly asked: Signed
  readonly at: Instant
  readonly subjects: number
  readonly entries: number
  /** The first broken entry; null where all are whole. */
  readonly broken: Broken | null
}

export type JournalCheckState =
  | { readonly status: 'never' }
  | {
      readonly status: 'asked'
      readonly asked: Signed
      readonly course: Course
      /** Of the check before; null of the first. */
      readonly last: Checked | null
    }
  | { readonly status: 'checked'; readonly last: Checked }

export type JournalCheckEvent =
  | { readonly type: 'journal-check.asked'; readonly signed: Signed }
  /** A turn is over, and the journal is not. */
  | { readonly type: 'journal-check.advanced'; readonly course: Course }
  | {
      readonly type: 'journal-check.finished'
      readonly at: Instant
      readonly subjects: number
      readonly entries: number
      readonly broken: Broken | null
    }

export type JournalCheckRefusal =
  | { readonly code: 'office-checks-journal' }
  | { readonly code: 'running-check'; readonly asked: Signed }
  | { readonly code: 'unasked-check' }

export const NEVER_CHECKED: JournalCheckState = { status: 'never' }
const FROM_THE_BEGINNING: Course = { subject: '', version: 0, subjects: 0, entries: 0 }

export function evolveJournalCheck(state: JournalCheckState, event: JournalCheckEvent): JournalCheckState {
  switch (event.type) {
    case 'journal-check.asked': {
      const last = state.status === 'never' ? null : state.last
      return { status: 'asked', asked: event.signed, course: FROM_THE_BEGINNING, last }
    }
    case 'journal-check.advanced':
      return state.status === 'asked' ? { ...state, course: event.course } : state
    case 'journal-check.finished': {
      if (state.status !== 'asked') return state
      const { at, subjects, entries, broken } = event
      return { status: 'checked', last: { asked: state.asked, at, subjects, entries, broken } }
    }
    default:
      return never(event)
  }
}

/** The office asks; while one is under way, another would only repeat it. */
export function askCheck(
  state: JournalCheckState,
  by: Actor,
  signed: Signed,
): Decision<JournalCheckEvent, JournalCheckRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-checks-journal' })
  if (state.status === 'asked') return refused({ code: 'running-check', asked: state.asked })
  return decided<JournalCheckEvent>({ type: 'journal-check.asked', signed })
}

/** What a turn came to. */
export type Turn = { readonly course: Course } | { readonly course: Course; readonly broken: Broken | null }

export function takeTurn(
  state: JournalCheckState,
  turn: Turn,
  at: Instant,
): Decision<JournalCheckEvent, JournalCheckRefusal> {
  if (state.status !== 'asked') return refused({ code: 'unasked-check' })
  if (!('broken' in turn))
    return decided<JournalCheckEvent>({ type: 'journal-check.advanced', course: turn.course })
  const { subjects, entries } = turn.course
  return decided<JournalCheckEvent>({
    ...{ type: 'journal-check.finished', at, subjects, entries, broken: turn.broken },
  })
}
