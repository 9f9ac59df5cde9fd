/** A backup in the place of the database: checked before, and what was there is kept aside. */
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Instant } from '../../kernel/time.ts'
import { isSqliteUnused } from '../../store/sqlite.ts'
import { checkCopy } from './check-copy.ts'
import { bringFiles, copyWhole, syncFolder } from './files.ts'
import { filesBeside } from './make.ts'
import { BackupError } from './result.ts'

export interface RestoreOrder {
  readonly backup: string
  readonly databasePath: string
  readonly blobsFolder: string
  readonly at: Instant
}

export type Restored =
  | {
      readonly ok: true
      readonly entries: number
      /** Files of evidence that were missing and are there again. */
      readonly newFiles: number
      /** Where the database that was there is now. */
      readonly aside: string | undefined
    }
  | {
      readonly ok: false
      readonly why: 'no-backup' | 'backup-damaged' | 'journal-broken' | 'service-running'
    }

/** Restores, or changes nothing. Killed in between, it is begun again: the old database stands aside, the new one beside. */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const { backup, databasePath, blobsFolder, at } = order
  if (!(await isThere(backup))) return { ok: false, why: 'no-backup' }
  if ((await isThere(databasePath)) && !isSqliteUnused(databasePath))
    return { ok: false, why: 'service-running' }
  await mkdir(dirname(databasePath), { recursive: true })
  const beside = `${databasePath}.restoring`
  try {
    await copyWhole(backup, beside)
    const { entries } = await checkCopy(beside)
    if (entries === undefined) return { ok: false, why: 'journal-broken' }
    const { newFiles } = await bringFiles(filesBeside(backup), blobsFolder)
    // Asked again: the check of a large copy takes its time.
    if ((await isThere(databasePath)) && !isSqliteUnused(databasePath))
      return { ok: false, why: 'service-running' }
    const aside = await setAside(databasePath, at)
    await rename(beside, databasePath)
    await syncFolder(dirname(databasePath))
    return { ok: true, entries, newFiles, aside }
  } catch (error) {
    if (error instanceof BackupError) return { ok: false, why: 'backup-damaged' }
    throw error
  } finally {
    await rm(beside, { force: true })
  }
}

async function setAside(databasePath: string, at: Instant): Promise<string | undefined> {
  if (!(await isThere(databasePath))) return undefined
  const aside = `${databasePath}.before-restore-${at.slice(0, 19).replaceAll(':', '')}`
  await rename(databasePath, aside)
  return aside
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
