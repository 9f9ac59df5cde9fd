/**
 * A subject is what a rule keeps true together (a unit's plan of a year, an assessment, a person). Its events are
 * the journal; its state is their fold, kept beside the journal so that a decision needs one read.
 */

import type { Database, Statement } from '../store/database.ts'
import { findSubject } from '../store/subjects.ts'
import type { Happening } from './decision.ts'
import type { SubjectId } from './ids.ts'

export interface Head<State> {
  readonly state: State
  /** 0 where nothing has happened yet. */
  readonly version: number
  /** Hash of the last journal entry, '' at version 0. */
  readonly hash: string
}

export interface SubjectChange<State = unknown, Event extends Happening = Happening> {
  readonly subject: SubjectId
  readonly before: Head<unknown>
  readonly version: number
  readonly events: readonly Event[]
  readonly state: State
  /** The chapter's list tables, kept equal to the state in the same batch. */
  readonly rows: readonly Statement[]
}

export interface Subject<State, Event extends Happening> {
  /** First part of the subject's id: `plan` of `plan:2026:JX01`. */
  readonly kind: string
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
  change(subject: SubjectId, head: Head<State>, events: readonly Event[]): SubjectChange<State, Event>
}

/** What the rows of a chapter's tables are made from. */
export interface RowFacts<State, Event> {
  readonly subject: SubjectId
  readonly before: State
  readonly after: State
  readonly events: readonly Event[]
  readonly version: number
}

/** Declares a kind of subject: how its events fold, and which rows show it in lists. */
export function subjectOf<State, Event extends Happening>(d: {
  readonly kind: string
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
  readonly rows: (facts: RowFacts<State, Event>) => readonly Statement[]
}): Subject<State, Event> {
  return {
    kind: d.kind,
    initial: d.initial,
    evolve: d.evolve,
    change(subject, head, events) {
      const after = events.reduce(d.evolve, head.state)
      const version = head.version + events.length
      const rows = d.rows({ subject, before: head.state, after, events, version })
      return { subject, before: head, version, events, state: after, rows }
    },
  }
}

/** The present state of a subject; its initial state at version 0 where nothing has happened. */
export async function foldSubject<State, Event extends Happening>(
  db: Database,
  subject: Subject<State, Event>,
  id: SubjectId,
): Promise<Head<State>> {
  const row = await findSubject(db, id)
  if (!row) return { state: subject.initial, version: 0, hash: '' }
  // The kernel wrote this document from the same evolve; a test folds the journal and compares.
  return { state: JSON.parse(row.state) as State, version: row.version, hash: row.hash }
}
