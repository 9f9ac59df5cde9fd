import { sql } from 'kysely'
import type { PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { type Database, first } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { JobTable } from '../store/schema/operation.ts'
import type { JobName } from './rows.ts'

const job = prepared((db, p: { name: string }) => db.selectFrom('job').selectAll().where('name', '=', p.name))

/** How the job went the last time; undefined before the first. */
export async function findJob(db: Database, name: JobName): Promise<JobTable | undefined> {
  return first(db, job({ name }))
}

const wishes = prepared((db, _p: Record<string, never>) =>
  db.selectFrom('backup_wish').select('person').orderBy('at'),
)

/** Who waits for a backup. */
export async function listBackupWishes(db: Database): Promise<PersonId[]> {
  return (await db.all(wishes({}))).map((row) => row.person)
}

export interface OutboxDepth {
  readonly state: 'waiting' | 'leased' | 'parked'
  readonly rows: number
}

// Only the states of the two partial indexes: what was sent in sixty days is not counted every time.
const depth = prepared(
  (_, _p: Record<string, never>) => sql<OutboxDepth>`
  SELECT state, count(*) AS rows FROM outbox WHERE state IN ('waiting', 'leased') GROUP BY state
  UNION ALL SELECT 'parked', count(*) FROM outbox WHERE state = 'parked'`,
)

export async function listOutboxDepth(db: Database): Promise<OutboxDepth[]> {
  return db.all(depth({}))
}

export interface LedgerFacts {
  readonly entries: number
  /** Of the first entry: since when the program has been used. */
  readonly since: Instant | null
  /** When a card last arrived. */
  readonly sentAt: Instant | null
  /** Messages that wait because the platform refuses our credentials. */
  readonly refused: number
}

const ledger = prepared(
  (_, _p: Record<string, never>) => sql<LedgerFacts>`
  SELECT (SELECT coalesce(max(sequence), 0) FROM journal) AS entries,
    (SELECT at FROM journal ORDER BY sequence LIMIT 1) AS since,
    (SELECT max(sent_at) FROM delivery WHERE live = 1) AS sentAt,
    (SELECT count(*) FROM outbox WHERE state IN ('waiting', 'leased') AND error = 'credentials') AS refused`,
)

/** Counted by the ends of indexes, so that it costs nothing however long the journal is. */
export async function loadLedger(db: Database): Promise<LedgerFacts> {
  return (await first(db, ledger({}))) ?? { entries: 0, since: null, sentAt: null, refused: 0 }
}
