import { sql } from 'kysely'
import type { JournalEntry } from '../kernel/journal.ts'
import { type Database, first, type Statement, sqlBuilder } from './database.ts'
import { prepared, type RowOf, statement } from './prepared.ts'
import type { JournalTable, SubjectTable } from './schema/kernel.ts'

const insert = prepared((db, p: RowOf<JournalTable>) =>
  db.insertInto('journal').values({
    subject: p.subject,
    version: p.version,
    type: p.type,
    at: p.at,
    by_person: p.by_person,
    in_name_of: p.in_name_of,
    cause: p.cause,
    body: p.body,
    previous_hash: p.previous_hash,
    hash: p.hash,
  }),
)

/** The guard: `unique (subject, version)` lets one of several racing commits pass. */
export function insertJournal(entry: JournalEntry): Statement {
  return insert({ ...entry })
}

const upsert = prepared((db, p: { id: string; version: number; hash: string; state: string }) =>
  db
    .insertInto('subject')
    .values({ id: p.id, version: p.version, hash: p.hash, state: p.state })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({
        version: row.ref('excluded.version'),
        hash: row.ref('excluded.hash'),
        state: row.ref('excluded.state'),
      })),
    ),
)

export function upsertSubject(id: string, version: number, hash: string, state: unknown): Statement {
  return upsert({ id, version, hash, state: JSON.stringify(state) })
}

/** A subject's journal in order of version. */
export async function listJournal(db: Database, subject: string): Promise<JournalTable[]> {
  return db.all(
    statement(
      sqlBuilder
        .selectFrom('journal')
        .select([
          'subject',
          'version',
          'type',
          'at',
          'by_person',
          'in_name_of',
          'cause',
          'body',
          'previous_hash',
          'hash',
        ])
        .where('subject', '=', subject)
        .orderBy('version'),
    ),
  )
}

/** Heads of subjects after `after`, in order of id, at most 500 at a time. */
export async function listSubjects(db: Database, after: string): Promise<SubjectTable[]> {
  return db.all(
    statement(sqlBuilder.selectFrom('subject').selectAll().where('id', '>', after).orderBy('id').limit(500)),
  )
}

const headless = statement(
  sql<{ subject: string; version: number }>`
  SELECT subject, min(version) AS version FROM journal WHERE subject NOT IN (SELECT id FROM subject) GROUP BY subject LIMIT 1`,
)

/** A journal whose subject was taken away: following the subjects would never come to it. */
export async function findHeadlessJournal(
  db: Database,
): Promise<{ readonly subject: string; readonly version: number } | undefined> {
  return first(db, headless)
}
