/** What only the place knows where the program runs: its disk, its backups. Handed in by the entries. */

import type { BackupFacts } from './backup/result.ts'

/** Where backups go, and when. */
export interface BackupPlan {
  readonly folder: string
  /** The local hour (Shanghai) from which the day's backup is made, 0-23. */
  readonly atHour: number
  /** Days of which the last backup is kept; beside them the last of each of eight weeks. */
  readonly keepDays: number
}

export interface Host {
  /** The version of the program, as `0.1.0`. */
  readonly version: string
  /** Absent where the platform itself keeps the database and its backups (Workers). */
  readonly disk?: Disk
}

export interface Disk {
  readonly backups: BackupPlan
  /** Makes one and reads it again; rejects with `BackupError`, and leaves nothing half done. */
  makeBackup(stop: AbortSignal): Promise<BackupFacts>
  /** Of the database with its log. */
  databaseBytes(): Promise<number>
  freeBytes(): Promise<number>
}
