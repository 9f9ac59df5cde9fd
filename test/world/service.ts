/** The whole service in one process: its listener, its campus, a database, and one clock that is moved by hand. */
import { randomUUID } from 'node:crypto'
import { type App, type AppDeps, createApp } from '../../src/app.ts'
import { chaptersFor } from '../../src/chapters.ts'
import type { Fetch } from '../../src/chat/feishu/config.ts'
import { feishu } from '../../src/chat/feishu/feishu.ts'
import type { LongConnection } from '../../src/chat/feishu/long-connection/long-connection.ts'
import { type Limits, NO_LIMITS } from '../../src/delivery/pace.ts'
import { millisecondsOf } from '../../src/kernel/time.ts'
import type { Campus } from '../../src/sandbox/campus.ts'
import type { CampusOptions } from '../../src/sandbox/options.ts'
import type { Database } from '../../src/store/database.ts'
import { nextOutboxDue } from '../../src/store/outbox.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { memoryBlobs } from '../organization/world.ts'
import { type RunningCampus, startCampus } from './campus.ts'
import { type WorldClock, worldClock } from './clock.ts'
import { freshDatabase } from './database.ts'
import { type Listening, listen } from './listen.ts'
import { type CapturedLog, capturedLog } from './log.ts'
import { configFor, lineFor, openLine, type Transport } from './transport.ts'
import { loadUniversity, type University } from './university.ts'

export interface ServiceOptions {
  /** A file, so that a second service can take it over; in memory without. */
  readonly databasePath?: string
  /** The pace of the service; unlimited without. */
  readonly limits?: Limits
  /** The limits of the platform; none without. */
  readonly platformLimits?: NonNullable<CampusOptions['limits']>
  /** Open ids outside the app's availability range. */
  readonly unavailable?: readonly string[]
  /** Group chats with the bot in them. */
  readonly groups?: NonNullable<CampusOptions['groups']>
  /** Changes the database on its way into the service, as to be slow. */
  readonly aroundDatabase?: (db: Database) => Database
  /** What stands between the service and the platform. */
  readonly fetch?: Fetch
  /** The webhook without. */
  readonly transport?: Transport
  /** The year that is opened; none with `null`. */
  readonly year?: number | null
  /** The demonstration university without. */
  readonly university?: University
  /** By how much the platform's deadlines are drawn out; they are held by test/http/deadline.test.ts. */
  readonly patience?: number
  /** Disk, backups and metrics; nothing is known of them without. */
  readonly operation?: Pick<AppDeps, 'host' | 'meter' | 'metrics'>
}

export interface Service {
  readonly db: SqliteDatabase
  readonly campus: Campus
  readonly app: App
  readonly clock: WorldClock
  readonly log: CapturedLog
  /** What the platform complained about. */
  readonly complaints: readonly string[]
  /** Address of the service. */
  readonly url: string
  /** Delivers what is due, and what comes due within five seconds; later retries wait for `passes`. */
  settled(): Promise<void>
  /** Time passes, with everything that the clocks of both sides do in it. */
  passes(ms: number): Promise<void>
  stop(): Promise<void>
}

const SOON_MS = 5000
const STEPS = 120
const SMALLEST_STEP_MS = 15_000

/** Starts it with its university and the year 2026. */
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const clock = worldClock(undefined, options.patience)
  const log = capturedLog()
  const door = { url: '' }
  const transport = options.transport ?? 'webhook'
  const campus = await startCampus({
    clock,
    timer: clock.timer,
    webhookUrl: () => (transport === 'webhook' ? `${door.url}/feishu/webhook` : ''),
    limits: options.platformLimits ?? 'none',
    unavailable: options.unavailable ?? [],
    groups: options.groups ?? [],
    ...(options.university && { people: options.university.people }),
  })
  const deps = depsOf(options, clock, log, campus.url)
  const year = options.year === undefined ? 2026 : options.year
  await loadUniversity(deps.db, deps.blobs, clock.clock, year, options.university?.roster)
  const line = lineFor(transport, campus.url, { now: clock.now, log })
  const app = createApp({
    ...deps,
    db: options.aroundDatabase?.(deps.db) ?? deps.db,
    checks: line ? [['long connection', line.check]] : [],
  })
  const server = await listen(app.http.fetch)
  door.url = server.url
  await openLine(line, app, campus.campus)
  return serviceOf({ app, campus, server, clock, log, db: deps.db, line })
}

function depsOf(options: ServiceOptions, clock: WorldClock, log: CapturedLog, domain: string) {
  const way = { fetch: options.fetch ?? fetch, now: clock.now, log }
  const platform = feishu(configFor(options.transport ?? 'webhook', domain), way)
  const blobs = memoryBlobs()
  return {
    db: freshDatabase(options.databasePath),
    platform,
    blobs,
    chapters: chaptersFor({ blobs, lookUp: (by) => platform.findPeople(by) }),
    clock: clock.clock,
    log,
    ids: randomUUID,
    random: () => 0.5,
    wait: clock.wait,
    limits: options.limits ?? NO_LIMITS,
    ...options.operation,
  } satisfies AppDeps
}

interface Running {
  readonly app: App
  readonly campus: RunningCampus
  readonly server: Listening
  readonly clock: WorldClock
  readonly log: CapturedLog
  readonly db: SqliteDatabase
  readonly line: LongConnection | undefined
}

function serviceOf(running: Running): Service {
  const { app, campus, server, clock, log, db, line } = running
  return {
    db,
    app,
    clock,
    log,
    campus: campus.campus,
    complaints: campus.complaints,
    url: server.url,
    settled: () => settled(running),
    passes: (ms) => passes(running, ms),
    async stop() {
      await line?.close()
      await app.delivery.stop()
      await campus.stop()
      await server.close()
      db.close()
    },
  }
}

async function settled({ app, campus, clock, db }: Running): Promise<void> {
  const horizon = clock.now() + SOON_MS
  for (;;) {
    await campus.quiet()
    await app.delivery.drain()
    const due = await nextOutboxDue(db)
    if (due === undefined || millisecondsOf(due) > horizon) return
    clock.reach(millisecondsOf(due))
  }
}

async function passes(running: Running, ms: number): Promise<void> {
  const { app, campus, clock } = running
  const end = clock.now() + ms
  const step = Math.max(SMALLEST_STEP_MS, ms / STEPS)
  while (clock.now() < end) {
    clock.pass(Math.min(step, end - clock.now()))
    await campus.quiet()
    await app.tick()
  }
  await settled(running)
}
