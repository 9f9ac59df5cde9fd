/** A data folder with a service's database in it, and its backups. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { instantOf } from '../../src/kernel/time.ts'
import { type BackupOrder, makeBackup } from '../../src/operation/backup/make.ts'
import { orderOf } from '../../src/operation/disk.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { memoryBlobs } from '../organization/world.ts'
import { worldClock } from '../world/clock.ts'
import { freshDatabase } from '../world/database.ts'
import { loadUniversity } from '../world/university.ts'

export interface DataFolder {
  readonly folder: string
  readonly db: SqliteDatabase
  readonly order: Omit<Required<BackupOrder>, 'at'>
  /** A backup as of so many days later. */
  backup(day?: number, changed?: Partial<BackupOrder>): ReturnType<typeof makeBackup>
  /** A file of evidence; answers its name. */
  evidence(text: string): string
  backups(): string[]
  remove(): void
}

export const START = Date.parse('2026-03-02T03:00:00+08:00')

export async function dataFolder(): Promise<DataFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-data-'))
  const place = {
    databasePath: join(folder, 'mubiao.sqlite'),
    dataDir: folder,
    backups: { folder: join(folder, 'backups'), atHour: 3, keepDays: 14 },
  }
  const db = freshDatabase(place.databasePath)
  await loadUniversity(db, memoryBlobs(), worldClock().clock, 2026)
  const order = orderOf(place)
  return {
    folder,
    db,
    order,
    backup: (day = 0, changed = {}) =>
      makeBackup({ ...order, at: instantOf(START + day * 86_400_000), ...changed }),
    evidence(text) {
      const sha256 = createHash('sha256').update(text).digest('hex')
      const path = join(order.blobsFolder, sha256.slice(0, 2), sha256)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      return sha256
    },
    backups: () => readdirSync(order.folder).filter((name) => name.startsWith('mubiao-')),
    remove() {
      db.close()
      rmSync(folder, { recursive: true })
    },
  }
}
