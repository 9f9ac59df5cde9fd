/** The Node entry: environment, database, doors, timers. The only file of the service that sees `process`. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Cron } from 'croner'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { chaptersFor } from './chapters.ts'
import { feishu } from './chat/feishu/feishu.ts'
import { validateCard } from './chat/feishu/validate-card.ts'
import { type Config, ConfigError, type FeishuConfig, readConfig } from './config.ts'
import { BOT_MENU } from './conversation/menu.ts'
import { instantOf } from './kernel/time.ts'
import { loadDemonstration } from './sandbox/demonstration.ts'
import { startSandbox } from './sandbox/start.ts'
import { DEMO_PEOPLE } from './sandbox/university.ts'
import { folderBlobs } from './store/blobs-folder.ts'
import { readMigrations } from './store/migrate.ts'
import { migrateSqlite, openSqlite } from './store/sqlite.ts'

const MIGRATIONS = new URL('../migrations', import.meta.url).pathname
const SWEEP_MS = 2000

/** Real time, with the days by which the sandbox moved it. */
const moved = { ms: 0 }
const now = (): number => Date.now() + moved.ms
const clock = () => instantOf(now())
const sandboxClock = { now, moveDays: (days: number) => void (moved.ms += days * 86_400_000) }

try {
  await start(readConfig(process.env))
} catch (error) {
  console.error(error instanceof ConfigError ? `无法启动，请更正以下环境变量：\n${error.faults.map((fault) => `  - ${fault}`).join('\n')}` : error)
  process.exitCode = 1
}

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel })
  const service = { url: '' }
  const sandbox = config.feishu ? undefined : await openSandbox(config, () => `${service.url}/feishu/webhook`)
  const db = openDatabase(config)
  const blobs = folderBlobs(join(config.dataDir, 'blobs'))
  const credentials: FeishuConfig = config.feishu ?? { ...(sandbox?.app ?? neverHere()), domain: sandbox?.url ?? '' }
  const platform = feishu(credentials, { fetch, now, log })
  const chapters = chaptersFor({ blobs, lookUp: (by) => platform.findPeople(by) })
  const app = createApp({ db, platform, blobs, chapters, clock, log, ids: randomUUID, random: Math.random, wait })
  const server = serve({ fetch: app.http.fetch, hostname: config.host, port: config.port }, ({ port }) => {
    service.url = `http://${config.host}:${port}`
    log.info({ url: service.url }, 'listening')
  })
  if (sandbox) await loadDemonstration(db, app, clock)
  for (const openId of config.officeOpenIds) await app.appointOffice(openId)
  const sweep = setInterval(app.delivery.kick, SWEEP_MS)
  const minutely = new Cron('* * * * *', { protect: true, catch: (error) => log.error({ error: String(error) }, 'tick failed') }, app.tick)
  app.delivery.kick()
  if (sandbox) console.log(`\n  目标管理沙盒已启动，请在浏览器打开：${sandbox.url}\n`)

  const stop = async (): Promise<void> => {
    clearInterval(sweep)
    minutely.stop()
    server.close()
    await app.delivery.stop()
    await sandbox?.close()
    db.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().finally(() => process.exit()))
}
