/** The restore drill: a backup of the real program under load, restored into an empty folder, holds everything that was answered before it began. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runOnDisk } from '../../src/admin/on-disk.ts'
import { instantOf } from '../../src/kernel/time.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { installProgram, type Program } from '../crash/program.ts'
import { messageEvent, post, signedNow, tapEvent } from '../http/deliveries.ts'
import { freshDatabase } from '../world/database.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'

const WRITERS = 8
const BALLAST_MB = 40

let program: Program
let empty: string
beforeEach(async () => {
  program = await installProgram()
  empty = mkdtempSync(join(tmpdir(), 'mubiao-empty-'))
})
afterEach(async () => {
  await program.stop()
  rmSync(empty, { recursive: true })
})

/** Writers who commit one after another until told to stop; each event's id, and when it was answered. */
function hammering() {
  const answered = new Map<string, number>()
  let going = true
  const writer = async (own: number): Promise<void> => {
    for (let n = 0; going; n++) {
      const eventId = `w${own}-${n}`
      const value = { submit: 'petition-write', with: { opened: eventId } }
      const form = { text: `来信 ${eventId}`, concerned: '', unit: '', hidden: 'open' }
      const tap = tapEvent('ou_T-JX01', `om_${own}`, { value, form_value: form }, { event_id: eventId })
      const { status, body } = await post(program, signedNow(program, tap))
      if (status !== 200) throw new Error(`${status} ${body}`)
      // One who lost the number of the petition four times is told that it is busy, and nothing is kept.
      if (body.includes('success')) answered.set(eventId, performance.now())
    }
  }
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, own) => writer(own)))
  return {
    answered,
    async stop() {
      going = false
      await writing
    },
  }
}

const backups = (): string[] =>
  readdirSync(program.folder).includes('backups')
    ? readdirSync(join(program.folder, 'backups')).filter((name) => /^mubiao-\d.*\.sqlite$/.test(name))
    : []

it('taken under load, it is restored whole: journal, state, and every answer given before it began', async () => {
  const db = openSqlite(program.databasePath)
  db.exec('CREATE TABLE ballast (x BLOB)')
  for (let mb = 0; mb < BALLAST_MB; mb++) db.exec('INSERT INTO ballast VALUES (randomblob(1000000))')
  db.close()
  const service = await program.run()
  const year = { year: new Date().getFullYear(), phase: 'execution', from: 'setting' }
  const entering = { value: { do: 'phase.enter', with: year } }
  const opened = await post(
    program,
    signedNow(program, tapEvent('ou_OF1', 'om_x', entering, { event_id: 'open' })),
  )
  expect(opened.body).toContain('success')
  const load = hammering()
  await expect.poll(() => load.answered.size, { timeout: 30_000 }).toBeGreaterThan(100)
  const asked = performance.now()
  await post(program, signedNow(program, messageEvent('ou_OF1', '备份', { eventId: 'backup' })))
  await expect.poll(backups, { timeout: 60_000, interval: 20 }).toHaveLength(1)
  const there = load.answered.size
  await expect.poll(() => load.answered.size, { timeout: 30_000 }).toBeGreaterThan(there + 20)
  await load.stop()
  service.signal('SIGTERM')
  expect(await service.code).toBe(0)
  expect(service.said.filter((line) => line.includes('"backup made"'))).toHaveLength(1)

  const databasePath = join(empty, 'mubiao.sqlite')
  const place = {
    databasePath,
    dataDir: empty,
    backups: { folder: join(program.folder, 'backups'), atHour: 3, keepDays: 14 },
    at: instantOf(Date.now()),
    print: () => {},
    open: freshDatabase,
  }
  expect(await runOnDisk(place, ['restore', backups()[0] ?? ''])).toBe(0)
  const restored = openSqlite(databasePath)
  const before = [...load.answered].filter(([, at]) => at < asked).map(([id]) => id)
  const held = new Set(
    restored
      .raw("SELECT cause FROM receipt WHERE cause LIKE 'feishu:event:w%'")
      .map((row) => String(Reflect.get(row as object, 'cause'))),
  )
  expect(before.length).toBeGreaterThan(100)
  expect(before.filter((id) => !held.has(`feishu:event:${id}`))).toEqual([])
  expect(held.size).toBeLessThan(load.answered.size)
  expect(count(restored, "journal WHERE type = 'petition.written'")).toBe(held.size)
  expect((await journalEqualsState(restored)).has('petition')).toBe(true)
  expect(restored.raw('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  restored.close()
}, 180_000)
