/** A kind of workbook that people send in: what its chapter says of it, and what all kinds share. */
import type { Meta, Notice } from '../../kernel/command.ts'
import type { Coded } from '../../kernel/decision.ts'
import type { PersonId, SubjectId, Year } from '../../kernel/ids.ts'
import { type Subject, type SubjectChange, subjectOf } from '../../kernel/subject.ts'
import type { Viewer } from '../../kernel/view.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Database } from '../../store/database.ts'
import type { CellFault } from '../fault.ts'
import type { SheetLayout, Sheets } from '../sheets.ts'
import { evolveSent, type Handled, type SentEvent, type SentState } from './rules/sent-workbook.ts'

/** What a workbook that was read would do now. */
export type Examined<Key extends string, Problem, Counts, Proposal> =
  | { readonly faults: readonly CellFault<Key, Problem>[] }
  /** Its sender may not do it any more, or it is too late. */
  | { readonly refusal: Coded }
  | {
      readonly proposal: Proposal
      /** Digest of the changes: a confirmation names the one that it has seen. */
      readonly digest: string
      /** Null where nothing would change. */
      readonly counts: Counts | null
    }

export interface SentWorkbook<Key extends string, Problem, Counts, Proposal> {
  /** Of its subject, its view and the first part of its events: `coefficient-workbook`. */
  readonly kind: string
  /** First part of its commands: `coefficients` of `coefficients.read`. */
  readonly verbs: string
  readonly layout: { readonly [sheet in Key]: SheetLayout }
  /** The year that is being managed; undefined before one is. */
  readonly year: (db: Database) => Promise<Year | undefined>
  readonly signed: (db: Database, meta: Meta) => Promise<Handled>
  /** Whether it is the person's, or, in another's name, among what was given (rulebook 7). */
  readonly isOf: (db: Database, meta: Meta) => Promise<boolean>
  readonly examine: (
    db: Database,
    sheets: Sheets<Key>,
    year: Year,
    viewer: Viewer,
  ) => Promise<Examined<Key, Problem, Counts, Proposal>>
  /** What applying it changes beside the workbook itself. */
  readonly apply: (
    db: Database,
    proposal: Proposal,
    meta: Meta,
  ) => Promise<{
    readonly subjects: readonly SubjectChange[]
    readonly notices: readonly Notice[]
    readonly touches: readonly SubjectId[]
  }>
}

export const sentSubject = <Counts>(kind: string): Subject<SentState<Counts>, SentEvent<Counts>> =>
  subjectOf<SentState<Counts>, SentEvent<Counts>>({
    kind,
    initial: { status: 'unread' },
    evolve: evolveSent,
    rows: () => [],
  })

/** What one person may change is not what another may: the same file of two people is two workbooks. */
export const sentId = (kind: string, by: PersonId, file: string): SubjectId => `${kind}:${by}:${file}`

/** Answers the SHA-256 of the blob that keeps the cells: they are examined again without parsing the file. */
export const keepCells = <Key extends string>(blobs: Blobs, sheets: Sheets<Key>): Promise<string> =>
  blobs.put(new TextEncoder().encode(JSON.stringify(sheets)))

/** @throws when the blob is gone */
export async function loadCells<Key extends string>(blobs: Blobs, sha256: string): Promise<Sheets<Key>> {
  const bytes = await blobs.get(sha256)
  if (!bytes) throw new Error(`the cells of a workbook are gone: ${sha256}`)
  // Written by keepCells.
  return JSON.parse(new TextDecoder().decode(bytes)) as Sheets<Key>
}
