/** The outbox: what has to leave, written in the same batch as the decision; claimed, delivered and settled afterwards. */
import { sql } from 'kysely'
import type { Notice } from '../kernel/command.ts'
import type { Instant } from '../kernel/time.ts'
import { type Database, first, type Statement } from './database.ts'
import { prepared } from './prepared.ts'
import type { OutboxTable } from './schema/kernel.ts'

const enqueue = prepared(
  (
    db,
    p: {
      key: string
      person: string
      view: string
      params: string
      about: string | null
      at: Instant
      cause: string | null
    },
  ) =>
    db
      .insertInto('outbox')
      .values({
        key: p.key,
        kind: 'send',
        person: p.person,
        view: p.view,
        params: p.params,
        about: p.about,
        message_id: null,
        state: 'waiting',
        attempts: 0,
        due_at: p.at,
        lease: null,
        wish: 1,
        error: null,
        created_at: p.at,
        cause: p.cause,
      })
      .onConflict((on) => on.column('key').doNothing()),
)

/** A notice is told once for its key, however often it is asked for. `cause`: of what it follows from, for the log. */
export function enqueueNotice(notice: Notice, at: Instant, cause: string | null = null): Statement {
  const { to, view, about, key } = notice
  return enqueue({
    key: `send:${key}`,
    person: to,
    view: view.name,
    params: JSON.stringify(view.params),
    about,
    at,
    cause,
  })
}

const updateCopies = prepared(
  (_, p: { subject: string; tapped: string; at: Instant; cause: string | null }) => sql<never>`
  INSERT INTO outbox (key, kind, person, view, params, about, message_id, state, due_at, created_at, cause)
  SELECT 'update:' || message_id, 'update', person, view, params, about, message_id, 'waiting', ${p.at}, ${p.at}, ${p.cause}
  FROM delivery WHERE about = ${p.subject} AND live = 1 AND message_id <> ${p.tapped}
  ON CONFLICT (key) DO UPDATE SET
    state = CASE outbox.state WHEN 'leased' THEN 'leased' ELSE 'waiting' END,
    wish = outbox.wish + 1, attempts = 0, error = NULL, cause = excluded.cause,
    due_at = CASE outbox.state WHEN 'leased' THEN outbox.due_at ELSE excluded.due_at END`,
)

/** Every copy of a card about the subject follows its state, but for the tapped one, which the answer itself replaces. */
export function enqueueUpdates(
  subject: string,
  tapped: string,
  at: Instant,
  cause: string | null = null,
): Statement {
  return updateCopies({ subject, tapped, at, cause })
}

const updateOne = prepared(
  (_, p: { messageId: string; at: Instant }) => sql<never>`
  INSERT INTO outbox (key, kind, person, view, params, about, message_id, state, due_at, created_at)
  SELECT 'update:' || message_id, 'update', person, view, params, about, message_id, 'waiting', ${p.at}, ${p.at}
  FROM delivery WHERE message_id = ${p.messageId} AND live = 1
  ON CONFLICT (key) DO UPDATE SET state = 'waiting', wish = outbox.wish + 1, attempts = 0, error = NULL, due_at = excluded.due_at`,
)

/** One sent card is drawn anew: for a tap whose answer came too late to carry it. */
export function enqueueUpdateOf(messageId: string, at: Instant): Statement {
  return updateOne({ messageId, at })
}

const forget = prepared((db, p: { before: Instant }) =>
  db.deleteFrom('outbox').where('state', 'in', ['sent', 'dropped']).where('due_at', '<', p.before),
)

/** What left long ago needs no row any more. */
export function forgetSentBefore(before: Instant): Statement {
  return forget({ before })
}

const claimDue = prepared(
  (_, p: { now: Instant; until: Instant; lease: string; most: number }) => sql<OutboxTable>`
  UPDATE outbox SET state = 'leased', lease = ${p.lease}, due_at = ${p.until}, attempts = attempts + 1
  WHERE key IN (SELECT key FROM outbox WHERE state IN ('waiting', 'leased') AND due_at <= ${p.now} ORDER BY due_at, created_at LIMIT ${p.most})
  RETURNING *`,
)

/** Takes up to `most` rows that are due for this lease; a row is given to one claimer only, until the lease ends. */
export async function claimOutbox(
  db: Database,
  claim: { readonly now: Instant; readonly until: Instant; readonly lease: string; readonly most: number },
): Promise<OutboxTable[]> {
  const due = await nextOutboxDue(db)
  if (due === undefined || due > claim.now) return []
  const rows = await db.all(claimDue(claim))
  return rows.sort((a, b) => (a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : 0))
}

const settle = prepared(
  (_, p: { key: string; lease: string; wish: number; now: Instant }) => sql<never>`
  UPDATE outbox SET lease = NULL, error = NULL, due_at = ${p.now},
    state = CASE WHEN wish = ${p.wish} THEN 'sent' ELSE 'waiting' END
  WHERE key = ${p.key} AND lease = ${p.lease} AND state = 'leased'`,
)

/** It left. An update that was asked for again meanwhile goes back to waiting. */
export function settleSent(row: OutboxTable, now: Instant): Statement {
  return settle({ key: row.key, lease: row.lease ?? '', wish: row.wish, now })
}

const put = prepared(
  (
    _,
    p: { key: string; lease: string; state: string; due: Instant; error: string; giveBack: number },
  ) => sql<never>`
  UPDATE outbox SET state = ${p.state}, lease = NULL, due_at = ${p.due}, error = ${p.error}, attempts = attempts - ${p.giveBack}
  WHERE key = ${p.key} AND lease = ${p.lease} AND state = 'leased'`,
)

/** It did not leave: again at `due`, or no more (`parked` for a person to see, `dropped` when it has become pointless). */
export function settleFailed(
  row: OutboxTable,
  how: {
    readonly state: 'waiting' | 'parked' | 'dropped'
    readonly due: Instant
    readonly error: string
    readonly countsAsTry: boolean
  },
): Statement {
  return put({
    key: row.key,
    lease: row.lease ?? '',
    state: how.state,
    due: how.due,
    error: how.error.slice(0, 500),
    giveBack: how.countsAsTry ? 0 : 1,
  })
}

/** It waits, by no fault of its own: nothing was tried. */
export function postponed(row: OutboxTable, due: Instant): Statement {
  return settleFailed(row, { state: 'waiting', due, error: '', countsAsTry: false })
}

export interface OutboxHealth {
  readonly waiting: number
  readonly parked: number
  /** When the oldest row that is due was asked for. */
  readonly oldest: Instant | null
}

const health = prepared(
  (_, p: { now: Instant }) => sql<OutboxHealth>`
  SELECT (SELECT count(*) FROM outbox WHERE state IN ('waiting', 'leased')) AS waiting,
         (SELECT count(*) FROM outbox WHERE state = 'parked') AS parked,
         (SELECT min(created_at) FROM outbox WHERE state IN ('waiting', 'leased') AND state = 'waiting' AND due_at <= ${p.now}) AS oldest`,
)

export async function outboxHealth(db: Database, now: Instant): Promise<OutboxHealth> {
  return (await first(db, health({ now }))) ?? { waiting: 0, parked: 0, oldest: null }
}

const nextDue = prepared(
  () =>
    sql<{ due: Instant | null }>`SELECT min(due_at) AS due FROM outbox WHERE state IN ('waiting', 'leased')`,
)

/** When the next row is due; undefined when nothing waits. */
export async function nextOutboxDue(db: Database): Promise<Instant | undefined> {
  return (await first(db, nextDue({})))?.due ?? undefined
}
