/** Findings as they stand, and notes, which only their authors read. */
import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/ids.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import type { Instant } from '../../../kernel/time.ts'
import { type Database, first } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { FindingState, Note } from '../rules/finding.ts'
import { findingSubject } from '../subjects.ts'

export async function findFinding(db: Database, id: string): Promise<FindingState> {
  return (await foldSubject(db, findingSubject, id as `${string}:${string}`)).state
}

export interface KeptNote {
  readonly id: string
  readonly note: Note
  /** The note exactly as hashed. */
  readonly text: string
  readonly at: Instant
}

interface NoteRow {
  id: string
  note: string
  at: Instant
}

const noteBy = prepared(
  (_, p: { id: string; author: string }) => sql<NoteRow>`
  SELECT id, note, at FROM finding_note WHERE id = ${p.id} AND author = ${p.author}`,
)

/** The author's own note; nobody else's, whoever asks. */
export async function findNote(db: Database, id: string, author: PersonId): Promise<KeptNote | undefined> {
  const row = await first(db, noteBy({ id, author }))
  return row && noteOf(row)
}

const notesBy = prepared(
  (_, p: { author: string }) => sql<NoteRow>`
  SELECT id, note, at FROM finding_note WHERE author = ${p.author} ORDER BY at, id LIMIT 200`,
)

/** The author's own notes that are not published, oldest first. */
export async function listNotes(db: Database, author: PersonId): Promise<KeptNote[]> {
  return (await db.all(notesBy({ author }))).map(noteOf)
}

const noteOf = ({ id, note, at }: NoteRow): KeptNote => ({
  id,
  note: JSON.parse(note) as Note,
  text: note,
  at,
})
