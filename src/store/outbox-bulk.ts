/** The outbox's own rows by the hundred: one statement, however many people are told and cards follow. */
import { sql } from 'kysely'
import type { Notice } from '../kernel/command.ts'
import type { SubjectId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Statement } from './database.ts'
import { prepared } from './prepared.ts'

const enqueueAll = prepared(
  (_, p: { notices: string; at: Instant; cause: string | null }) => sql<never>`
  INSERT INTO outbox (key, kind, person, view, params, about, state, due_at, created_at, cause)
  SELECT 'send:' || (value ->> '$.key'), 'send', value ->> '$.person', value ->> '$.view', value ->> '$.params',
    value ->> '$.about', 'waiting', ${p.at}, ${p.at}, ${p.cause}
  FROM json_each(${p.notices}) WHERE true
  ON CONFLICT (key) DO NOTHING`,
)

/** As `enqueueNotice` for each; no statement for none. */
export function enqueueNotices(
  notices: readonly Notice[],
  at: Instant,
  cause: string | null = null,
): Statement[] {
  if (notices.length === 0) return []
  const rows = notices.map(({ to, view, about, key }) => ({
    ...{ key, about, person: to, view: view.name },
    params: JSON.stringify(view.params),
  }))
  return [enqueueAll({ notices: JSON.stringify(rows), at, cause })]
}

const updateAll = prepared(
  (_, p: { subjects: string; at: Instant }) => sql<never>`
  INSERT INTO outbox (key, kind, person, view, params, about, message_id, state, due_at, created_at)
  SELECT 'update:' || message_id, 'update', person, view, params, about, message_id, 'waiting', ${p.at}, ${p.at}
  FROM delivery WHERE about IN (SELECT value FROM json_each(${p.subjects})) AND live = 1
  ON CONFLICT (key) DO UPDATE SET
    state = CASE outbox.state WHEN 'leased' THEN 'leased' ELSE 'waiting' END,
    wish = outbox.wish + 1, attempts = 0, error = NULL,
    due_at = CASE outbox.state WHEN 'leased' THEN outbox.due_at ELSE excluded.due_at END`,
)

/** As `enqueueUpdates` for each, where none of the cards is the tapped one; no statement for none. */
export function enqueueUpdatesOfAll(subjects: readonly SubjectId[], at: Instant): Statement[] {
  return subjects.length === 0 ? [] : [updateAll({ subjects: JSON.stringify(subjects), at })]
}
