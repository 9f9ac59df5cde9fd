import { sql } from 'kysely'
import type { Outcome } from '../kernel/command.ts'
import type { Instant } from '../kernel/time.ts'
import { type Database, first, type Statement } from './database.ts'
import { prepared } from './prepared.ts'

// Two seeks of the key; `IN` would build a table of its two values first.
const byCause = prepared(
  (_, p: { first: string; last: string }) => sql<{ outcome: string }>`
  SELECT outcome FROM receipt WHERE cause = ${p.first} UNION ALL SELECT outcome FROM receipt WHERE cause = ${p.last} LIMIT 1`,
)

const insert = prepared((db, p: { cause: string; outcome: string; at: Instant }) =>
  db.insertInto('receipt').values({ cause: p.cause, outcome: p.outcome, at: p.at }),
)

/** What came of any of the causes before; a delivery has at most two (event id and message id). */
export async function findOutcome(
  db: Database,
  causes: readonly [string, ...string[]],
): Promise<Outcome | undefined> {
  const row = await first(db, byCause({ first: causes[0], last: causes.at(-1) ?? causes[0] }))
  return row && (JSON.parse(row.outcome) as Outcome)
}

export function insertReceipt(cause: string, outcome: Outcome, at: Instant): Statement {
  return insert({ cause, outcome: JSON.stringify(outcome), at })
}

const dropBefore = prepared((db, p: { at: Instant }) => db.deleteFrom('receipt').where('at', '<', p.at))

/** Receipts are kept far longer than the platform redelivers (7 hours), then dropped. */
export function dropReceiptsBefore(at: Instant): Statement {
  return dropBefore({ at })
}

const touch = prepared((db, p: { cause: string; at: Instant }) =>
  db
    .insertInto('receipt')
    .values({ cause: p.cause, outcome: '{"ok":true,"done":{"code":"answered"}}', at: p.at })
    .onConflict((on) => on.column('cause').doUpdateSet((row) => ({ at: row.ref('excluded.at') }))),
)

/** Writes a row that means nothing: the database can be written. */
export function touchReceipt(cause: string, at: Instant): Statement {
  return touch({ cause, at })
}
