/** Where each person stands in the conversation: one row a person. */
import { sql } from 'kysely'
import type { PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { type Database, first, type Statement } from './database.ts'
import { prepared } from './prepared.ts'

const byPerson = prepared((db, p: { person: string }) =>
  db.selectFrom('dialog').select('state').where('person', '=', p.person),
)

/** The JSON that was saved last; null for a person who has never been in a dialog. */
export async function findDialogState(db: Database, person: PersonId): Promise<string | null> {
  return (await first(db, byPerson({ person })))?.state ?? null
}

const save = prepared(
  (_, p: { person: string; state: string; before: string | null; at: Instant }) => sql<never>`
  INSERT INTO dialog (person, state, updated_at)
  SELECT ${p.person},
    CASE WHEN (SELECT state FROM dialog WHERE person = ${p.person}) IS NOT DISTINCT FROM ${p.before} THEN ${p.state} END,
    ${p.at}
  WHERE true
  ON CONFLICT (person) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at`,
)

/**
 * Saves the state that follows `before`. Where another message of the person came first, the state is no longer
 * `before`, the value is NULL, and the whole batch fails with a ConflictError: no answer overwrites another.
 */
export function saveDialogState(
  person: PersonId,
  change: { readonly before: string | null; readonly after: string },
  at: Instant,
): Statement {
  return save({ person, state: change.after, before: change.before, at })
}
