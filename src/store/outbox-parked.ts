/** Messages that could not be delivered and wait for a person. */
import { sql } from 'kysely'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from './database.ts'
import { prepared } from './prepared.ts'

export interface ParkedRow {
  readonly key: string
  /** The recipient; null for a stranger. */
  readonly name: string | null
  readonly view: string
  readonly error: string
  readonly created_at: Instant
}

const parked = prepared(
  (_, _p: Record<string, never>) => sql<ParkedRow>`
  SELECT outbox.key, person.name, outbox.view, coalesce(outbox.error, '') AS error, outbox.created_at
  FROM outbox LEFT JOIN person ON person.id = outbox.person
  WHERE outbox.state = 'parked' ORDER BY outbox.created_at DESC LIMIT 50`,
)

/** The newest first, at most 50. */
export async function listParked(db: Database): Promise<ParkedRow[]> {
  return db.all(parked({}))
}

const retry = prepared(
  (_, p: { now: Instant }) => sql<never>`
  UPDATE outbox SET state = 'waiting', attempts = 0, due_at = ${p.now}, error = NULL WHERE state = 'parked'`,
)

/** Everything that is parked waits again, as if it had never been tried. */
export function retryParked(now: Instant): Statement {
  return retry({ now })
}
