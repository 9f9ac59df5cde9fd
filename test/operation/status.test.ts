/** The office sees how the program runs, backs it up and sends again, over the wire. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBackup } from '../../src/operation/backup/make.ts'
import { BackupError } from '../../src/operation/backup/result.ts'
import { diskOf } from '../../src/operation/disk.ts'
import { worldClock } from '../world/clock.ts'
import { type World, type WorldOptions, world } from '../world/people.ts'
import { count } from '../world/rows.ts'

const OFFICE = '办公室 工作人员'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let folder: string
let w: World | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mubiao-status-'))
})
afterEach(async () => {
  await w?.stop()
  w = undefined
  rmSync(folder, { recursive: true })
})

/** A service on a disk; `broken` while no backup can be made. */
async function onDisk(options: WorldOptions = {}): Promise<{ readonly w: World; broken: boolean }> {
  const state = { broken: false }
  const databasePath = join(folder, 'mubiao.sqlite')
  let now = worldClock().clock
  const disk = diskOf({
    databasePath,
    dataDir: folder,
    backups: { folder: join(folder, 'backups'), atHour: 3, keepDays: 14 },
    clock: () => now(),
    make: async (order) => {
      if (state.broken) throw new BackupError('folder-unwritable')
      return makeBackup(order)
    },
  })
  const made = await world({ ...options, databasePath, operation: { host: { version: '1.2.3', disk } } })
  now = made.clock.clock
  w = made
  return Object.assign(state, { w: made })
}

const backups = (): string[] =>
  readdirSync(folder).includes('backups')
    ? readdirSync(join(folder, 'backups'))
        .filter((name) => name.endsWith('.sqlite'))
        .sort()
    : []
/** The job works beside the answers. */
async function backedUp(w: World, made: number): Promise<void> {
  const known = (): string[] => [
    ...backups().slice(0, -1),
    ...backups()
      .slice(-1)
      .filter((name) => count(w.db, `job WHERE facts ->> '$.name' = '${name}'`) === 1),
  ]
  await expect.poll(() => known().length, { timeout: 10_000 }).toBe(made)
}

describe('系统状态', () => {
  it('shows the office how everything runs, and nobody else anything', async () => {
    const { w } = await onDisk()
    await w.passes(2 * MINUTE)
    await backedUp(w, 1)
    await w.person(OFFICE).says('系统状态')
    const card = w.person(OFFICE).shown('系统状态')
    for (const words of [
      '运行正常',
      '版本 1.2.3',
      '未送达',
      '0 条',
      '平台凭证',
      '数据库',
      '磁盘剩余',
      '最近备份',
      '已校验',
    ])
      expect(card.text, words).toContain(words)
    await w.person('药学院 联络员').says('系统状态')
    w.person('药学院 联络员').sees('只供领导小组办公室查看')
    w.person('药学院 联络员').seesNo('数据库', '备份')
  })

  it('backs up when the office says so, tells it, and keeps the work going meanwhile', async () => {
    const { w } = await onDisk()
    const office = w.person(OFFICE)
    await office.says('备份')
    office.shown('正在备份')
    await backedUp(w, 1)
    await expect.poll(() => count(w.db, 'backup_wish')).toBe(0)
    await w.settled()
    expect(office.shown('备份已完成').text).toContain(backups()[0])
    w.clock.pass(MINUTE)
    await office.says('系统状态')
    await office.taps('立即备份')
    await expect.poll(() => count(w.db, "outbox WHERE view = 'backup-made'")).toBe(2)
    await w.person('药学院 联络员').says('备份')
    w.person('药学院 联络员').sees('只有办公室可以备份')
  })

  it('is backed up by the clock once a day, and by nobody twice', async () => {
    const { w } = await onDisk()
    await w.passes(30 * MINUTE)
    await backedUp(w, 1)
    await w.passes(24 * HOUR)
    await backedUp(w, 2)
    expect(w.db.raw("SELECT fault FROM job WHERE name = 'backup'")).toEqual([{ fault: null }])
  })

  it('a problem is one line in the office’s 待办 and nobody else’s, and goes with its cause', async () => {
    const made = await onDisk({ lenient: true })
    const { w } = made
    made.broken = true
    const office = w.person(OFFICE)
    await w.passes(5 * MINUTE)
    await expect.poll(() => count(w.db, "job WHERE fault = 'folder-unwritable'")).toBe(1)
    await office.says('待办')
    office.sees('系统状态：备份失败')
    await office.taps('系统状态')
    office.shown('请检查 BACKUP_DIR')
    await w.person('药学院 联络员').says('待办')
    w.person('药学院 联络员').seesNo('系统状态')
    made.broken = false
    await w.passes(61 * MINUTE)
    await backedUp(w, 1)
    await expect.poll(() => count(w.db, 'job WHERE fault IS NULL AND good_at IS NOT NULL')).toBe(2)
    await office.says('待办')
    office.seesNo('系统状态')
  })

  it('says that the clock stands, that messages wait and that some were parked; sending again is one tap', async () => {
    const { w } = await onDisk({ lenient: true })
    const office = w.person(OFFICE)
    await office.says('待办')
    await w.passes(2 * MINUTE)
    await backedUp(w, 1)
    w.db.exec(
      `UPDATE outbox SET state = 'parked', error = 'recipient-gone: x' WHERE key = (SELECT key FROM outbox LIMIT 1)`,
    )
    w.clock.reach(w.clock.now() + 25 * MINUTE)
    await office.says('系统状态')
    const card = office.shown('时钟停了')
    expect(card.text).toContain('条消息未送达')
    await office.taps('全部重发')
    await office.says('系统状态')
    office.sees('时钟停了')
    office.seesNo('条消息未送达')
    await w.passes(MINUTE)
    await office.says('系统状态')
    office.sees('运行正常')
  })
})

it('without a disk of our own, backups are the platform’s', async () => {
  w = await world()
  const office = w.person(OFFICE)
  await office.says('备份')
  office.sees('Cloudflare D1')
  await office.says('系统状态')
  office.sees('Time Travel')
  office.seesNo('立即备份')
})
