/** A backup: copied beside, read again, and only then given its name; older ones go only after that. */
import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Instant, localDateOf, plusMilliseconds } from '../../kernel/time.ts'
import { copySqlite } from '../../store/sqlite.ts'
import { backupName, backupsToDelete } from '../rules/backups-kept.ts'
import { checkCopy } from './check-copy.ts'
import { bringFiles, codeOf, namesIn, syncFile, syncFolder } from './files.ts'
import { BackupError, type BackupFacts, type BackupFault } from './result.ts'

export interface BackupOrder {
  readonly databasePath: string
  /** Where the evidence is. */
  readonly blobsFolder: string
  readonly folder: string
  /** Nothing older is deleted without. */
  readonly keepDays?: number
  readonly at: Instant
}

/** What does not fit beside the copy itself: evidence that is new, and room for the service to go on. */
const ROOM_BYTES = 64 * 1024 * 1024
const LEFT_OVER_AFTER_MS = 86_400_000
const UNVERIFIED = 'mubiao-unverified.sqlite'
const SHANGHAI_MS = 8 * 3_600_000

/**
 * Makes a backup and deletes the older ones that are not kept. Works beside the running service; blocks its thread.
 * @throws BackupError and then there is no new file. But where the chain of the journal itself is broken, the copy stands
 * as `mubiao-unverified.sqlite`, and no older backup goes.
 */
export async function makeBackup(order: BackupOrder, free = freeBytes): Promise<BackupFacts> {
  const { folder, at } = order
  const local = plusMilliseconds(at, SHANGHAI_MS)
  const name = backupName(localDateOf(at), local.slice(11, 19).replaceAll(':', ''))
  const partial = join(folder, `${name}.partial`)
  const started = performance.now()
  try {
    await mkdir(folder, { recursive: true })
    await dropLeftOver(folder, at)
    await requireRoom(order, free)
    await copySqlite(order.databasePath, partial)
    const { entries } = await checkCopy(partial)
    const kept = await bringFiles(order.blobsFolder, join(folder, 'blobs'))
    await syncFile(partial)
    const { size: bytes } = await stat(partial)
    await rename(partial, join(folder, entries === undefined ? UNVERIFIED : name))
    await syncFolder(folder)
    if (entries === undefined) throw new BackupError('journal-broken')
    await dropOld(order)
    return { name, bytes, entries, ...kept, milliseconds: Math.round(performance.now() - started) }
  } catch (error) {
    for (const end of ['', '-journal', '-wal', '-shm'])
      await rm(`${partial}${end}`, { force: true }).catch(() => {})
    throw error instanceof BackupError ? error : new BackupError(faultOf(error), { cause: error })
  }
}

async function dropOld({ folder, keepDays }: BackupOrder): Promise<void> {
  if (keepDays === undefined) return
  for (const old of backupsToDelete(await namesIn(folder), keepDays)) await rm(join(folder, old))
}

/** What a killed backup left. */
async function dropLeftOver(folder: string, at: Instant): Promise<void> {
  for (const name of (await namesIn(folder)).filter((one) => one.includes('.sqlite.partial'))) {
    const { mtimeMs } = await stat(join(folder, name))
    if (Date.parse(at) - mtimeMs > LEFT_OVER_AFTER_MS) await rm(join(folder, name), { force: true })
  }
}

async function requireRoom({ databasePath, folder }: BackupOrder, free: typeof freeBytes): Promise<void> {
  if ((await free(folder)) < (await databaseBytes(databasePath)) + ROOM_BYTES)
    throw new BackupError('disk-full')
}

/** Free for us, bytes, on the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** The database with its log, bytes. Their files are only looked at: opening them here would end SQLite's locks. */
export async function databaseBytes(path: string): Promise<number> {
  const [{ size }, log] = await Promise.all([stat(path), stat(`${path}-wal`).catch(() => undefined)])
  return size + (log?.size ?? 0)
}

function faultOf(error: unknown): BackupFault {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return 'disk-full'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
      return 'folder-unwritable'
    default:
      return 'backup-failed'
  }
}

/** Where a backup's evidence stands. */
export const filesBeside = (backup: string): string => join(dirname(backup), 'blobs')
