/** The program as a university runs it: bundled, in a process of its own, on a data folder, connected to a campus that lives on beside it. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { instantOf } from '../../src/kernel/time.ts'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'
import { CONFIG } from '../chat/feishu/wire.ts'
import { memoryBlobs } from '../organization/world.ts'
import { type RunningCampus, startCampus } from '../world/campus.ts'
import { type WorldClock, worldClock } from '../world/clock.ts'
import { freshDatabase } from '../world/database.ts'
import { loadUniversity } from '../world/university.ts'
import { type Started, start } from './process.ts'

export interface Program {
  readonly folder: string
  readonly databasePath: string
  readonly campus: RunningCampus['campus']
  /** Address of the service that was started last. */
  readonly url: string
  /** For deliveries made by hand, which are signed at the present time. */
  readonly clock: WorldClock
  run(environment?: Readonly<Record<string, string>>): Promise<Started>
  /** Reads the database file beside the service. */
  look<T>(reading: (db: SqliteDatabase) => T): T
  stop(): Promise<void>
}

export async function installProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-program-'))
  const databasePath = join(folder, 'mubiao.sqlite')
  const fresh = freshDatabase(databasePath)
  await loadUniversity(fresh, memoryBlobs(), () => instantOf(Date.now()), new Date().getFullYear())
  fresh.close()
  const bundle = await bundled()
  const door = { url: '' }
  const running: Started[] = []
  const campus = await startCampus({
    clock: { now: Date.now, moveDays() {} },
    webhookUrl: () => `${door.url}/feishu/webhook`,
  })
  return {
    folder,
    databasePath,
    campus: campus.campus,
    clock: { ...worldClock(), now: Date.now },
    get url() {
      return door.url
    },
    async run(environment = {}) {
      const started = await start(
        bundle,
        { ...environmentOf(folder, campus.url), ...environment },
        /listening/,
      )
      running.push(started)
      door.url = /http:[^"]+/.exec(started.line)?.[0] ?? ''
      return started
    },
    look(reading) {
      const db = openSqlite(databasePath)
      try {
        return reading(db)
      } finally {
        db.close()
      }
    },
    async stop() {
      for (const one of running) await one.kill()
      await campus.stop()
      rmSync(folder, { recursive: true })
      rmSync(bundle)
    },
  }
}

/** As `npm start` makes it, as deep in the tree. */
async function bundled(): Promise<string> {
  const outfile = `dist/program-${randomUUID()}.js`
  const how = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const
  await build({ ...how, entryPoints: ['src/main.ts'], outfile })
  return outfile
}

const environmentOf = (folder: string, domain: string) => ({
  FEISHU_APP_ID: CONFIG.appId,
  FEISHU_APP_SECRET: CONFIG.appSecret,
  FEISHU_ENCRYPT_KEY: CONFIG.encryptKey,
  FEISHU_VERIFICATION_TOKEN: CONFIG.verificationToken,
  FEISHU_DOMAIN: domain,
  DATA_DIR: folder,
  PORT: '0',
  // The clock shall make no backup beside those of a test; the day has no later hour.
  BACKUP_AT: '23',
})
