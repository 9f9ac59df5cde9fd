/** What asks for an act is told to those too who may do it in the person's name: one statement for all of a batch. */
import { sql } from 'kysely'
import type { Notice } from '../kernel/command.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Statement } from './database.ts'
import { prepared } from './prepared.ts'

const copyAll = prepared(
  (_, p: { notices: string; today: string; at: Instant; cause: string | null }) => sql<never>`
  INSERT INTO outbox (key, kind, person, view, params, about, state, due_at, created_at, cause)
  SELECT 'send:' || (notice.value ->> '$.key') || ':for:' || delegation.delegate, 'send', delegation.delegate, 'in-name',
    json_object('for', delegation.principal, 'view', notice.value ->> '$.view', 'with', json(notice.value ->> '$.params')),
    notice.value ->> '$.about', 'waiting', ${p.at}, ${p.at}, ${p.cause}
  FROM json_each(${p.notices}) AS notice
  JOIN delegation ON delegation.principal = notice.value ->> '$.person' AND delegation.ended_at IS NULL
    AND delegation.from_on <= ${p.today} AND delegation.to_on >= ${p.today}
  WHERE EXISTS (
    SELECT 1 FROM json_each(delegation.duties) AS given, json_each(notice.value, '$.asks') AS asked
    WHERE given.value ->> '$.role' = 'all' OR (given.value ->> '$.role' = asked.value ->> '$.role'
      AND (asked.value ->> '$.scope' IS NULL OR given.value ->> '$.scope' = asked.value ->> '$.scope')))
  ON CONFLICT (key) DO NOTHING`,
)

/** Copies, in the person's name, for each live delegate with one of the duties by which it is asked; no statement where nothing asks. */
export function enqueueForDelegates(
  notices: readonly Notice[],
  now: { readonly today: LocalDate; readonly at: Instant },
  cause: string | null = null,
): Statement[] {
  const rows = notices.flatMap(({ to, view, about, key, asks }) =>
    asks === undefined
      ? []
      : [{ key, about, asks, person: to, view: view.name, params: JSON.stringify(view.params) }],
  )
  return rows.length === 0
    ? []
    : [copyAll({ notices: JSON.stringify(rows), today: now.today, at: now.at, cause })]
}
