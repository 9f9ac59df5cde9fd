/** A machine whose service is killed and started again, and the campus that lives on beside it. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect } from 'vitest'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'
import { memoryBlobs } from '../organization/world.ts'
import { type RunningCampus, startCampus } from '../world/campus.ts'
import { type WorldClock, worldClock } from '../world/clock.ts'
import { freshDatabase } from '../world/database.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { loadUniversity } from '../world/university.ts'
import { type Started, start } from './process.ts'

export type KillPoint =
  | 'before commit'
  | 'after commit'
  | 'before sending'
  | 'after sending'
  | 'before updating'
  | 'after updating'

export interface Machine {
  readonly campus: RunningCampus['campus']
  readonly clock: WorldClock
  /** The address of the running service. */
  readonly url: string
  run(killAt?: KillPoint): Promise<Started>
  /** After every lease has ended, and when Feishu delivers again what was not acknowledged. */
  later(): Promise<void>
  /** Reads the database file beside the service. */
  look<T>(reading: (db: SqliteDatabase) => T): T
  /** Waits until nothing is left to be delivered. */
  delivered(): Promise<void>
  /** The journal is whole and equals the state; nothing is parked. */
  intact(): Promise<void>
  stop(): Promise<void>
}

/** Longer than a lease of the outbox. */
const LATER_MS = 130_000

/** What every machine is made from: the database file to copy, and the service as one file, which starts faster. */
export interface University {
  readonly database: string
  readonly service: string
}

export async function prepare(folder: string): Promise<University> {
  const database = join(folder, 'university.sqlite')
  const db = freshDatabase(database)
  await loadUniversity(db, memoryBlobs(), worldClock().clock, 2026)
  db.close()
  // Beneath node_modules, so that it finds the packages.
  const service = 'node_modules/.cache/mubiao/crash-child.mjs'
  await build({
    entryPoints: ['test/crash/child.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: service,
  })
  return { database, service }
}

export async function startMachine({ database, service }: University): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-crash-'))
  const path = join(folder, 'mubiao.sqlite')
  copyFileSync(database, path)
  const clock = worldClock()
  const door = { url: '' }
  const running: Started[] = []
  const campus = await startCampus({
    clock,
    timer: clock.timer,
    webhookUrl: () => `${door.url}/feishu/webhook`,
  })
  const look = <T>(reading: (db: SqliteDatabase) => T): T => {
    const db = openSqlite(path)
    try {
      return reading(db)
    } finally {
      db.close()
    }
  }
  const waiting = (): number => look((db) => count(db, "outbox WHERE state IN ('waiting', 'leased')"))
  return {
    campus: campus.campus,
    clock,
    get url() {
      return door.url
    },
    async run(killAt) {
      const environment = {
        DATABASE: path,
        DOMAIN: campus.url,
        CLOCK_MS: String(clock.now()),
        KILL_AT: killAt ?? '',
      }
      const started = await start(service, environment)
      running.push(started)
      door.url = started.line
      return started
    },
    async later() {
      clock.pass(LATER_MS)
      await campus.quiet()
    },
    look,
    delivered: () => expect.poll(waiting, { timeout: 10_000 }).toBe(0),
    async intact() {
      const db = openSqlite(path)
      await journalEqualsState(db)
      expect(count(db, "outbox WHERE state <> 'sent'")).toBe(0)
      expect(db.raw('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      db.close()
    },
    async stop() {
      for (const one of running) await one.kill()
      await campus.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
