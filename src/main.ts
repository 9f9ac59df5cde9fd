/** The Node entry: environment, database, doors, timers. The only file of the service that sees `process`. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type ServerType, serve } from '@hono/node-server'
import { Cron } from 'croner'
import { type Logger, pino } from 'pino'
import { type App, createApp } from './app.ts'
import { chaptersFor } from './chapters.ts'
import { feishu } from './chat/feishu/feishu.ts'
import { longConnection } from './chat/feishu/long-connection/long-connection.ts'
import { validateCard } from './chat/feishu/validate-card.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { BOT_MENU } from './conversation/menu.ts'
import { loadDemonstration } from './demonstration.ts'
import { instantOf } from './kernel/time.ts'
import { type Sandbox, startSandbox } from './sandbox/start.ts'
import { DEMO_PEOPLE } from './sandbox/university.ts'
import { folderBlobs } from './store/blobs-folder.ts'
import { readMigrations } from './store/migrate.ts'
import { migrateSqlite, openSqlite, type SqliteDatabase } from './store/sqlite.ts'

// The program runs bundled as dist/main.js, as deep as this file.
const PAGE = new URL('../src/sandbox/page/', import.meta.url)
const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))
const SWEEP_MS = 2000

/** Real time, and the days by which the sandbox has moved it. */
const moved = { ms: 0 }
const now = (): number => Date.now() + moved.ms
const clock = () => instantOf(now())

try {
  await start(readConfig(process.env))
} catch (error) {
  console.error(sayWhy(error))
  process.exit(1)
}

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel })
  const address = { url: '' }
  const webhook = (): string => (config.transport === 'webhook' ? `${address.url}/feishu/webhook` : '')
  const sandbox = config.feishu ? undefined : await openSandbox(config, webhook)
  const service = openService(config, log, sandbox)
  if (sandbox) await loadDemonstration(service.db, service.deps, clock)
  for (const openId of config.officeOpenIds) await service.app.appointOffice(openId)
  const server = await listen(service.app, config)
  address.url = urlOf(server, config.host)
  log.info({ url: address.url }, 'listening')
  service.line?.open(service.app.answer)
  if (sandbox) console.log(`\n  目标管理沙盒已启动，请在浏览器打开：${sandbox.url}\n`)
  const stopTimers = startTimers(service.app, (error) => log.error({ error: String(error) }, 'tick failed'))
  stopOnSignal(async () => {
    stopTimers()
    server.close()
    await service.line?.close()
    await service.app.delivery.stop()
    await sandbox?.close()
    service.db.close()
  })
}

/** The service for the real platform or for the sandbox; it cannot tell them apart but for the address. */
function openService(config: Config, log: Logger, sandbox: Sandbox | undefined) {
  const account = config.feishu ?? (sandbox && { ...sandbox.app, domain: sandbox.url })
  if (!account) throw new ConfigError(['缺少 FEISHU_APP_ID'])
  const credentials = { ...account, transport: config.transport }
  const line = config.transport === 'webhook' ? undefined : longConnection(credentials, { now, log })
  const db = openDatabase(config.databasePath)
  const platform = feishu(credentials, { fetch, now, log })
  const deps = { blobs: folderBlobs(join(config.dataDir, 'blobs')), lookUp: platform.findPeople }
  const checks = line ? [['long connection', line.check] as const] : []
  const edge = { clock, log, ids: randomUUID, random: Math.random, wait }
  const app = createApp({ db, platform, blobs: deps.blobs, chapters: chaptersFor(deps), checks, ...edge })
  return { app, db, deps, line }
}

function openSandbox(config: Config, webhookUrl: () => string): Promise<Sandbox> {
  const moveDays = (days: number): void => {
    moved.ms += days * 86_400_000
  }
  return startSandbox({
    people: DEMO_PEOPLE,
    page: PAGE,
    menu: BOT_MENU,
    clock: { now, moveDays },
    file: join(config.dataDir, 'sandbox.jsonl'),
    host: config.host,
    port: config.port === 0 ? 0 : config.port + 1,
    webhookUrl,
    checkCard: (card) => validateCard(card)[0],
    log: (line) => console.warn(line),
  })
}

function openDatabase(path: string): SqliteDatabase {
  mkdirSync(dirname(path), { recursive: true })
  const db = openSqlite(path)
  migrateSqlite(db, readMigrations(MIGRATIONS))
  return db
}

function listen(app: App, { host, port }: Config): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.http.fetch, hostname: host, port }, () => resolve(server))
    server.once('error', reject)
  })
}

function urlOf(server: ServerType, host: string): string {
  const address = server.address()
  const port = address === null || typeof address === 'string' ? '' : `:${address.port}`
  return `http://${host.includes(':') ? `[${host}]` : host}${port}`
}

/** The outbox is swept every two seconds, the rest every minute; a kill leaves nothing but leases that run out. */
function startTimers(app: App, onError: (error: unknown) => void): () => void {
  const sweep = setInterval(app.delivery.kick, SWEEP_MS)
  const minutely = new Cron('* * * * *', { protect: true, catch: onError }, app.tick)
  app.delivery.kick()
  return () => {
    clearInterval(sweep)
    minutely.stop()
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().finally(() => process.exit()))
}

function sayWhy(error: unknown): unknown {
  if (error instanceof ConfigError)
    return `无法启动，请更正以下环境变量：\n${error.faults.map((fault) => `  - ${fault}`).join('\n')}`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return '无法启动：端口已被占用，请用 PORT 指定另一个端口。'
  return error
}
