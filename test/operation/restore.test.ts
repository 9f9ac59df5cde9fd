import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runOnDisk } from '../../src/admin/on-disk.ts'
import { instantOf } from '../../src/kernel/time.ts'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { count } from '../world/rows.ts'
import { type DataFolder, dataFolder, START } from './disk.ts'

let data: DataFolder
let opened: SqliteDatabase[]
let printed: string[]
beforeEach(async () => {
  data = await dataFolder()
  opened = []
  printed = []
})
afterEach(() => {
  for (const db of opened) db.close()
  data.remove()
})

const admin = (...words: string[]) =>
  runOnDisk(
    {
      databasePath: data.order.databasePath,
      dataDir: data.folder,
      backups: { folder: data.order.folder, atHour: 3, keepDays: 14 },
      at: instantOf(START),
      print: (text) => void printed.push(text),
      open: freshDatabase,
    },
    words,
  )

const people = (path = data.order.databasePath): number => {
  const db = openSqlite(path)
  const found = count(db, 'person')
  db.close()
  return found
}

describe('restoring', () => {
  it('puts a backup in the place of the database, and keeps the old one aside', async () => {
    const evidence = data.evidence('成果证书')
    expect(await admin('backup')).toBe(0)
    expect(printed.join()).toMatch(/已完成并校验.*日志 \d+ 条/)
    const before = count(data.db, 'person')
    data.db.exec("UPDATE person SET name = '被改坏' WHERE id = 'OF1'")
    data.db.close()
    rmSync(data.order.blobsFolder, { recursive: true })
    expect(await admin('restore', data.backups()[0] ?? '')).toBe(0)
    expect(people()).toBe(before)
    const aside = readdirSync(data.folder).find((name) => name.includes('before-restore'))
    const old = openSqlite(join(data.folder, aside ?? ''))
    expect(count(old, "person WHERE name = '被改坏'")).toBe(1)
    old.close()
    expect(printed.at(-1)).toContain(aside)
    expect(readFileSync(join(data.order.blobsFolder, evidence.slice(0, 2), evidence), 'utf8')).toBe(
      '成果证书',
    )
    data = { ...data, remove: () => rmSync(data.folder, { recursive: true }) }
  })

  it('works into an empty folder', async () => {
    await data.backup()
    const before = count(data.db, 'person')
    data.db.close()
    for (const name of readdirSync(data.folder).filter((one) => one.startsWith('mubiao.sqlite')))
      rmSync(join(data.folder, name))
    expect(await admin('restore', join(data.order.folder, data.backups()[0] ?? ''))).toBe(0)
    expect(people()).toBe(before)
    data = { ...data, remove: () => rmSync(data.folder, { recursive: true }) }
  })

  it('is refused while the service has the database open, and changes nothing', async () => {
    await data.backup()
    const before = readdirSync(data.folder).sort()
    expect(await admin('restore', data.backups()[0] ?? '')).toBe(1)
    expect(printed.at(-1)).toContain('请先停止服务')
    expect(readdirSync(data.folder).sort()).toEqual(before)
    await data.db.commit([])
    expect(count(data.db, 'person')).toBeGreaterThan(0)
    expect(data.db.raw('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
  })

  it('is refused for a file that is not there, damaged, or no database', async () => {
    const { name, bytes } = await data.backup()
    const path = join(data.order.folder, name)
    data.db.close()
    expect(await admin('restore', 'mubiao-2020-01-01T030000.sqlite')).toBe(1)
    expect(printed.at(-1)).toContain('没有找到')
    truncateSync(path, Math.floor(bytes / 2))
    expect(await admin('restore', path)).toBe(1)
    expect(printed.at(-1)).toContain('完整性检查')
    writeFileSync(path, 'not a database at all, but some words '.repeat(100))
    expect(await admin('restore', path)).toBe(1)
    expect(printed.at(-1)).toContain('完整性检查')
    expect(existsSync(`${data.order.databasePath}.restoring`)).toBe(false)
    expect(people()).toBeGreaterThan(0)
    data = { ...data, remove: () => rmSync(data.folder, { recursive: true }) }
  })

  it('leaves other commands to others', async () => {
    expect(await admin('verify-journal')).toBeUndefined()
    expect(await admin('restore')).toBeUndefined()
    expect(await admin('backup', 'a', 'b')).toBeUndefined()
  })
})
