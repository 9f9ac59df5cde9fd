/** The Node entry: environment, database, doors, timers. The only file of the service that sees `process`. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import { type ServerType, serve } from '@hono/node-server'
import { Cron } from 'croner'
import { pino, stdTimeFunctions } from 'pino'
import { type App, createApp } from './app.ts'
import { chaptersFor } from './chapters.ts'
import { feishu } from './chat/feishu/feishu.ts'
import { longConnection } from './chat/feishu/long-connection/long-connection.ts'
import { validateCard } from './chat/feishu/validate-card.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { BOT_MENU } from './conversation/menu.ts'
import { loadDemonstration } from './demonstration.ts'
import { instantOf } from './kernel/time.ts'
import { type Log, sayError } from './log.ts'
import { type BackupOrder, makeBackup } from './operation/backup/make.ts'
import { backupInThread, serveBackup } from './operation/backup/thread.ts'
import { diskOf } from './operation/disk.ts'
import type { Host } from './operation/host.ts'
import { PINO_SHAPE } from './operation/log-lines.ts'
import { prometheus } from './operation/prometheus.ts'
import { takeReadings } from './operation/readings.ts'
import { endsWithin } from './operation/running.ts'
import { tracing } from './operation/trace.ts'
import { type Sandbox, startSandbox } from './sandbox/start.ts'
import { DEMO_PEOPLE } from './sandbox/university.ts'
import { folderBlobs } from './store/blobs-folder.ts'
import { readMigrations } from './store/migrate.ts'
import { migrateSqlite, openSqlite, type SqliteDatabase } from './store/sqlite.ts'

// The program runs bundled as dist/main.js, as deep as this file.
const PAGE = new URL('../src/sandbox/page/', import.meta.url)
const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))
const MANIFEST = new URL('../package.json', import.meta.url)
const SWEEP_MS = 2000
/** Within it, answers that are under way are given at the end; Docker and systemd wait as long or longer. */
const STOP_MS = 10_000

/** Real time, and the days by which the sandbox has moved it. */
const moved = { ms: 0 }
/** What became due by it happens at once. */
const onMove = { run: () => {} }
const now = (): number => Date.now() + moved.ms
const clock = () => instantOf(now())

try {
  // The same file is the thread that makes a backup.
  if (isMainThread) await start(readConfig(process.env))
  else await serveBackup()
} catch (error) {
  console.error(sayWhy(error))
  process.exit(1)
}

async function start(config: Config): Promise<void> {
  const log = pino({ ...PINO_SHAPE, level: config.logLevel, timestamp: stdTimeFunctions.isoTime })
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
  const onTickError = (error: unknown): void => log.error(sayError(error), 'tick failed')
  const stopTimers = startTimers(service.app, onTickError)
  onMove.run = () => void service.app.tick().catch(onTickError)
  endInOrder(log, async () => {
    stopTimers()
    log.info({}, 'ending')
    // Listening until the end, so that whoever comes meanwhile is told instead of cut off.
    const ended = Promise.all([service.app.stop(STOP_MS), service.line?.close()])
    if (!(await endsWithin(STOP_MS, ended))) log.warn({}, 'ended before everything was answered')
    server.close()
    await sandbox?.close()
    service.db.close()
  })
}

/** The service for the real platform or for the sandbox; it cannot tell them apart but for the address. */
function openService(config: Config, given: Log, sandbox: Sandbox | undefined) {
  const log = tracing(given)
  const account = config.feishu ?? (sandbox && { ...sandbox.app, domain: sandbox.url })
  if (!account) throw new ConfigError(['缺少 FEISHU_APP_ID'])
  const credentials = { ...account, transport: config.transport }
  const line = config.transport === 'webhook' ? undefined : longConnection(credentials, { now, log })
  const db = openDatabase(config.databasePath)
  const platform = feishu(credentials, { fetch, now, log })
  const deps = { blobs: folderBlobs(join(config.dataDir, 'blobs')), lookUp: platform.findPeople }
  const checks = line ? [['long connection', line.check] as const] : []
  const host = hostOf(config)
  const watched = watchedBy(config, () => takeReadings(db, host, clock()))
  const edge = { clock, log, ids: randomUUID, random: Math.random, wait, elapsed: () => performance.now() }
  const app = createApp({
    ...{ db, platform, blobs: deps.blobs, chapters: chaptersFor(deps), checks, host },
    ...edge,
    ...watched,
  })
  return { app, db, deps, line }
}

function hostOf({ databasePath, dataDir, backups }: Config): Host {
  const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string }
  const entry = new URL(import.meta.url)
  // Not bundled, as in development, a thread could not read the program.
  const make = (order: BackupOrder, stop: AbortSignal) =>
    entry.pathname.endsWith('.ts') ? makeBackup(order) : backupInThread(entry, order, stop)
  return { version, disk: diskOf({ databasePath, dataDir, backups, clock, make }) }
}

/** Counts only where somebody comes to read it. */
function watchedBy({ metricsToken }: Config, readings: Parameters<typeof prometheus>[0]) {
  if (metricsToken === undefined) return {}
  const { meter, ...text } = prometheus(readings)
  return { meter, metrics: { token: metricsToken, ...text } }
}

function openSandbox(config: Config, webhookUrl: () => string): Promise<Sandbox> {
  const moveDays = (days: number): void => {
    moved.ms += days * 86_400_000
    onMove.run()
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

/** A signal ends the service in order, a second one at once. What nobody caught ends it too, because nobody knows what it left. */
function endInOrder(log: Log, stop: () => Promise<void>): void {
  let ending = false
  const end = async (code: 0 | 1): Promise<void> => {
    if (ending) process.exit(1)
    ending = true
    await stop().catch((error: unknown) => log.error(sayError(error), 'could not end in order'))
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(0))
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(fault, (error: unknown) => {
      log.error({ fault, ...sayError(error) }, 'a fault that nobody caught')
      void end(1)
    })
}

function sayWhy(error: unknown): unknown {
  if (error instanceof ConfigError)
    return `无法启动，请更正以下环境变量：\n${error.faults.map((fault) => `  - ${fault}`).join('\n')}`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return '无法启动：端口已被占用，请用 PORT 指定另一个端口。'
  return error
}
