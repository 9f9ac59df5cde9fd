import type { Instant } from '../../kernel/time.ts'

/** How a job went the last time. */
export interface JobTable {
  /** `tick`, `backup`. */
  name: string
  started_at: Instant
  ended_at: Instant
  /** When it last went well. */
  good_at: Instant | null
  /** Why the last one failed; null where it went well. */
  fault: string | null
  /** JSON, of the last good one. */
  facts: string
}

/** Who asked for a backup and is told when it is there. */
export interface BackupWishTable {
  person: string
  at: Instant
}

export interface OperationSchema {
  job: JobTable
  backup_wish: BackupWishTable
}
