/** What is read at one moment, for the card and for Prometheus. */
import type { Instant } from '../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { outboxHealth } from '../store/outbox.ts'
import type { JobTable } from '../store/schema/operation.ts'
import type { Host } from './host.ts'
import { findJob, type LedgerFacts, listOutboxDepth, loadLedger } from './queries.ts'
import type { StatusFacts } from './rules/findings.ts'

export interface Readings {
  readonly at: Instant
  readonly depth: { readonly [state in 'waiting' | 'leased' | 'parked']: number }
  readonly oldest: Instant | null
  readonly tickedAt: Instant | null
  readonly backedUpAt: Instant | null
  readonly databaseBytes: number | null
  readonly freeBytes: number | null
  readonly entries: number
  readonly ledger: LedgerFacts
  readonly tick: JobTable | undefined
  readonly backup: JobTable | undefined
}

export async function takeReadings(db: Database, host: Host, at: Instant): Promise<Readings> {
  const [depth, { oldest }, ledger, tick, backup, databaseBytes, freeBytes] = await Promise.all([
    listOutboxDepth(db),
    outboxHealth(db, at),
    loadLedger(db),
    findJob(db, 'tick'),
    findJob(db, 'backup'),
    orNull(host.disk?.databaseBytes()),
    orNull(host.disk?.freeBytes()),
  ])
  const rows = (state: keyof Readings['depth']): number => depth.find((one) => one.state === state)?.rows ?? 0
  return {
    ...{ at, oldest, ledger, tick, backup, databaseBytes, freeBytes },
    depth: { waiting: rows('waiting'), leased: rows('leased'), parked: rows('parked') },
    tickedAt: tick?.ended_at ?? null,
    backedUpAt: backup?.good_at ?? null,
    entries: ledger.entries,
  }
}

/** What the disk does not tell is left out of the card; it is no reason to show none. */
async function orNull(reading: Promise<number> | undefined): Promise<number | null> {
  if (!reading) return null
  return await reading.catch(() => null)
}

/** The readings as the rule wants them. */
export function statusOf(readings: Readings, { disk }: Host): StatusFacts {
  const { depth, oldest, tick, backup, ledger, freeBytes, databaseBytes } = readings
  return {
    ...{ oldest, freeBytes, databaseBytes },
    // What is leased is on its way, as the message that shows this.
    waiting: depth.waiting,
    parked: depth.parked,
    refused: ledger.refused,
    tickedAt: readings.tickedAt,
    tickFault: tick?.fault ?? null,
    backup: disk ? { goodAt: readings.backedUpAt, fault: backup?.fault ?? null, since: ledger.since } : null,
  }
}
