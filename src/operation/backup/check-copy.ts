/** Reads a copy as a whole: its pages, and the chain of every journal in it. */
import { firstBroken } from '../../kernel/journal.ts'
import { findHeadlessJournal, listJournal, listSubjects } from '../../store/journal.ts'
import { openSqlite, type SqliteDatabase } from '../../store/sqlite.ts'
import { BackupError } from './result.ts'

export interface CheckedCopy {
  /** Entries of the journal; undefined where its chain is broken. */
  readonly entries: number | undefined
}

/** Leaves the copy as one file without a log beside it. @throws BackupError `copy-damaged` */
export async function checkCopy(path: string): Promise<CheckedCopy> {
  const db = openCopy(path)
  try {
    const said = db.raw('PRAGMA integrity_check(1)')
    if (JSON.stringify(said) !== '[{"integrity_check":"ok"}]') throw new BackupError('copy-damaged')
    return { entries: await countWholeJournal(db) }
  } catch (error) {
    throw error instanceof BackupError ? error : new BackupError('copy-damaged', { cause: error })
  } finally {
    db.close()
  }
}

function openCopy(path: string): SqliteDatabase {
  try {
    return openSqlite(path, { journal: 'DELETE' })
  } catch (error) {
    throw new BackupError('copy-damaged', { cause: error })
  }
}

async function countWholeJournal(db: SqliteDatabase): Promise<number | undefined> {
  if (await findHeadlessJournal(db)) return undefined
  let entries = 0
  let heads = await listSubjects(db, '')
  while (heads.length > 0) {
    for (const head of heads) {
      const journal = await listJournal(db, head.id)
      if (firstBroken(journal, head)) return undefined
      entries += journal.length
    }
    heads = await listSubjects(db, heads.at(-1)?.id ?? '')
  }
  return entries
}
