/** `backup` and `restore`: what is done with the database as a file, before anybody opens it. */
import { isAbsolute, join } from 'node:path'
import { sayBackupFault, sayBytes } from '../../cards/system-words.ts'
import type { Config } from '../config.ts'
import { type Instant, plusMilliseconds } from '../kernel/time.ts'
import { makeBackup } from '../operation/backup/make.ts'
import { type Restored, restoreBackup } from '../operation/backup/restore.ts'
import { BackupError, type BackupFacts } from '../operation/backup/result.ts'
import { orderOf } from '../operation/disk.ts'
import { recordRun } from '../operation/rows.ts'
import type { SqliteDatabase } from '../store/sqlite.ts'
import type { ExitCode } from './machine.ts'

export interface OnDisk extends Pick<Config, 'databasePath' | 'dataDir' | 'backups'> {
  readonly at: Instant
  print(text: string): void
  /** Opens the database and brings it up to date. */
  open(path: string): SqliteDatabase
}

/** Undefined where the words mean another command. */
export async function runOnDisk(place: OnDisk, words: readonly string[]): Promise<ExitCode | undefined> {
  const [command, subject, ...more] = words
  if (command === 'backup' && more.length === 0) return backup(place, subject)
  if (command === 'restore' && subject !== undefined && more.length === 0) return restore(place, subject)
  return undefined
}

async function backup(place: OnDisk, folder: string | undefined): Promise<ExitCode> {
  const { keepDays, ...usual } = orderOf(place)
  // In a folder of the operator's own nothing is tidied up.
  const order = folder === undefined ? { ...usual, keepDays } : { ...usual, folder }
  try {
    const made = await makeBackup({ ...order, at: place.at })
    await record(place, made)
    place.print(
      `备份已完成并校验：${join(order.folder, made.name)}（${sayBytes(made.bytes)}，日志 ${made.entries} 条，佐证文件 ${made.files} 个，用时 ${made.milliseconds} 毫秒）`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof BackupError)) throw error
    place.print(sayBackupFault(error.fault))
    return 1
  }
}

/** So that the office sees it, too. */
async function record({ open, databasePath, at }: OnDisk, facts: BackupFacts): Promise<void> {
  const db = open(databasePath)
  const endedAt = plusMilliseconds(at, facts.milliseconds)
  await db.commit([recordRun({ name: 'backup', startedAt: at, endedAt, facts })]).finally(() => db.close())
}

const WHY: { readonly [why in Extract<Restored, { ok: false }>['why']]: string } = {
  'no-backup': '没有找到这个备份文件，请检查路径。',
  'backup-damaged': '这个备份没有通过完整性检查，没有恢复。请换一个备份。',
  'journal-broken': '这个备份的日志校验链不完整，没有恢复。请换一个备份。',
  'service-running': '数据库正在使用，没有恢复。请先停止服务，再试一次。',
}

async function restore(place: OnDisk, named: string): Promise<ExitCode> {
  const { databasePath, blobsFolder } = orderOf(place)
  const inFolder = /^mubiao-[\w-]+\.sqlite$/.test(named) && !isAbsolute(named)
  const file = inFolder ? join(place.backups.folder, named) : named
  const restored = await restoreBackup({ backup: file, databasePath, blobsFolder, at: place.at })
  if (!restored.ok) {
    place.print(WHY[restored.why])
    return 1
  }
  place.print(`已恢复：日志 ${restored.entries} 条，补回佐证文件 ${restored.newFiles} 个。现在可以启动服务。`)
  if (restored.aside !== undefined) place.print(`原数据库另存为 ${restored.aside}`)
  return 0
}
