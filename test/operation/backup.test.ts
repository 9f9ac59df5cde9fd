import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instantOf } from '../../src/kernel/time.ts'
import { makeBackup } from '../../src/operation/backup/make.ts'
import { BackupError } from '../../src/operation/backup/result.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { type DataFolder, dataFolder, START } from './disk.ts'

let data: DataFolder
beforeEach(async () => {
  data = await dataFolder()
})
afterEach(() => data.remove())

const faultOf = async (making: Promise<unknown>): Promise<unknown> =>
  making.then(
    () => 'none',
    (error: unknown) => (error instanceof BackupError ? error.fault : error),
  )

describe('a backup', () => {
  it('is one file with everything in it, and says how much', async () => {
    const made = await data.backup()
    expect(data.backups()).toEqual(['mubiao-2026-03-02T030000.sqlite'])
    expect(readdirSync(data.order.folder).sort()).toEqual([...data.backups()])
    const copy = openSqlite(join(data.order.folder, made.name))
    expect(count(copy, 'journal')).toBe(made.entries)
    expect(made.entries).toBe(count(data.db, 'journal'))
    expect((await journalEqualsState(copy)).size).toBeGreaterThan(3)
    copy.close()
  })

  it('has the evidence beside it once, whichever backup asked for it', async () => {
    const first = data.evidence('成果证书')
    expect(await data.backup(0)).toMatchObject({ files: 1, newFiles: 1 })
    const second = data.evidence('验收报告')
    expect(await data.backup(1)).toMatchObject({ files: 2, newFiles: 1 })
    const kept = (sha256: string) => join(data.order.folder, 'blobs', sha256.slice(0, 2), sha256)
    expect(readFileSync(kept(first), 'utf8')).toBe('成果证书')
    expect(statSync(kept(second)).nlink).toBe(2)
  })

  it('lets the older ones go, but only those that are too many', async () => {
    for (let day = 0; day < 20; day++) await data.backup(day, { keepDays: 2 })
    expect(data.backups()).toHaveLength(4)
    await data.backup(20, { keepDays: undefined } as object)
    expect(data.backups()).toHaveLength(5)
  })

  it('takes away what a killed one left a day ago, and no file that is being written', async () => {
    mkdirSync(data.order.folder)
    const old = join(data.order.folder, 'mubiao-2026-02-28T030000.sqlite.partial')
    const young = join(data.order.folder, 'mubiao-2026-03-02T025900.sqlite.partial')
    for (const path of [old, young]) writeFileSync(path, 'half')
    utimesSync(old, 1_772_000_000, 1_772_000_000)
    await data.backup()
    expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  })
})

describe('a backup that cannot be made leaves nothing half done', () => {
  it.each(['EACCES', 'ENOTDIR'])('where the folder cannot be written (%s)', async (why) => {
    if (why === 'ENOTDIR') writeFileSync(data.order.folder, 'a file')
    else mkdirSync(data.order.folder, { mode: 0o500 })
    // Root may write everywhere.
    if (why === 'EACCES' && process.getuid?.() === 0)
      return expect(statSync(data.order.folder).mode & 0o200).toBe(0)
    expect(await faultOf(data.backup())).toBe('folder-unwritable')
    if (why === 'EACCES') chmodSync(data.order.folder, 0o700)
  })

  it('where the disk is full, and the older one stays', async () => {
    await data.backup(0)
    const full = makeBackup(
      { ...data.order, at: instantOf(START + 86_400_000) },
      async () => 64 * 1024 * 1024,
    )
    expect(await faultOf(full)).toBe('disk-full')
    expect(data.backups()).toEqual(['mubiao-2026-03-02T030000.sqlite'])
  })

  it('where the journal is broken: the copy stands apart, and no older one goes', async () => {
    await data.backup(0)
    data.db.exec('DROP TRIGGER journal_is_never_updated')
    data.db.exec(`UPDATE journal SET body = replace(body, '"', ' "') WHERE sequence = 3`)
    for (let day = 1; day < 30; day++) {
      if (day > 2 && day < 28) continue
      expect(await faultOf(data.backup(day, { keepDays: 1 }))).toBe('journal-broken')
    }
    expect(data.backups().sort()).toEqual(['mubiao-2026-03-02T030000.sqlite', 'mubiao-unverified.sqlite'])
    expect(readdirSync(data.order.folder).filter((name) => name.includes('partial'))).toEqual([])
  })
})
