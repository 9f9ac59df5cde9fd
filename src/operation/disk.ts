/** The disk of this machine, as the status and the backups see it. */
import { join } from 'node:path'
import type { Clock } from '../kernel/time.ts'
import { type BackupOrder, databaseBytes, freeBytes } from './backup/make.ts'
import type { BackupFacts } from './backup/result.ts'
import type { BackupPlan, Disk } from './host.ts'

export interface DiskDeps {
  readonly databasePath: string
  readonly dataDir: string
  readonly backups: BackupPlan
  readonly clock: Clock
  /** Makes a backup where it keeps nobody waiting. */
  readonly make: (order: BackupOrder, stop: AbortSignal) => Promise<BackupFacts>
}

export function diskOf({ databasePath, dataDir, backups, clock, make }: DiskDeps): Disk {
  return {
    backups,
    makeBackup: (stop) => make({ ...orderOf({ databasePath, dataDir, backups }), at: clock() }, stop),
    databaseBytes: () => databaseBytes(databasePath),
    freeBytes: () => freeBytes(dataDir),
  }
}

/** What is backed up, and where to. */
export function orderOf(
  place: Pick<DiskDeps, 'databasePath' | 'dataDir' | 'backups'>,
): Omit<Required<BackupOrder>, 'at'> {
  const { databasePath, dataDir, backups } = place
  return {
    databasePath,
    blobsFolder: join(dataDir, 'blobs'),
    folder: backups.folder,
    keepDays: backups.keepDays,
  }
}
