/** Messages a second from the outbox to Feishu's API of the sandbox: as fast as it goes, and at the pace that its limits allow. */
import { randomUUID } from 'node:crypto'
import { createApp } from '../../src/app.ts'
import type { Fetch } from '../../src/chat/feishu/config.ts'
import { feishu } from '../../src/chat/feishu/feishu.ts'
import { FEISHU_LIMITS, type Limits, NO_LIMITS } from '../../src/delivery/pace.ts'
import { execution } from '../../src/execution/chapter.ts'
import { instantOf } from '../../src/kernel/time.ts'
import { type Log, silentLog } from '../../src/log.ts'
import { folderBlobs } from '../../src/store/blobs-folder.ts'
import { enqueueNotice, outboxHealth } from '../../src/store/outbox.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { heard, start, stop } from '../child.ts'
import { count, decimal, printTable } from '../table.ts'
import { APP } from '../world/app.ts'
import { openCampus } from '../world/campus.ts'
import { type BenchClock, realClock, virtualClock } from '../world/clock.ts'
import { openUniversity, placeOf, textOf } from '../world/university.ts'

export interface OutboxOptions {
  readonly folder: string
  /** To a campus without limits. */
  readonly free: number
  /** To a limiting one, in real time. */
  readonly paced: number
  /** To a limiting one, on a clock that jumps. */
  readonly virtual: number
}

interface Run {
  readonly name: string
  readonly messages: number
  /** Pace kept by the service. */
  readonly pace: Limits
  readonly clock: BenchClock
  readonly domain: string
  readonly fetch: Fetch
}

interface Delivered {
  readonly run: Run
  readonly seconds: number
  readonly sent: number
  readonly rateLimited: number
}

const SWEEP_MS = 2000

export async function measureOutbox({ folder, free, paced, virtual }: OutboxOptions): Promise<void> {
  const all = [
    await overHttp(folder, { name: 'no limits, over HTTP', messages: free, pace: NO_LIMITS }, 'none'),
    await overHttp(
      folder,
      { name: "Feishu's limits, over HTTP", messages: paced, pace: FEISHU_LIMITS },
      'published',
    ),
    await inVirtualTime(folder, virtual),
  ]
  printTable(
    'Outbox: cards rendered from the tables, sent through the SDK client to the sandbox, settled in the database',
    ['campus', 'messages', 'sent', 'seconds', 'messages/s', 'messages/min', 'rate-limit errors'],
    all.map(({ run, seconds, sent, rateLimited }) => [
      run.name,
      count(run.messages),
      count(sent),
      decimal(seconds, 1),
      count(sent / seconds),
      count((sent / seconds) * 60),
      count(rateLimited),
    ]),
  )
}

async function overHttp(
  folder: string,
  run: Pick<Run, 'name' | 'messages' | 'pace'>,
  limits: 'none' | 'published',
): Promise<Delivered> {
  const program = new URL('../servers/campus.ts', import.meta.url)
  const campus = start(program, { core: 'load', env: { BENCH_LIMITS: limits } })
  const { port } = await heard<{ port: number }>(campus)
  const delivered = await deliverAll(folder, {
    ...run,
    clock: realClock,
    domain: `http://127.0.0.1:${port}`,
    fetch,
  })
  await stop(campus)
  return delivered
}

/** Campus and service share a clock that jumps over the waiting: the pace of eleven minutes in seconds. */
async function inVirtualTime(folder: string, messages: number): Promise<Delivered> {
  const clock = virtualClock(Date.now())
  const campus = openCampus({ limits: {}, ids: randomUUID, now: clock.now })
  const inMemory: Fetch = async (url, init) => campus.api.fetch(new Request(url, init))
  return deliverAll(folder, {
    name: "Feishu's limits, jumping clock",
    messages,
    pace: FEISHU_LIMITS,
    clock,
    domain: 'http://campus.test',
    fetch: inMemory,
  })
}

async function deliverAll(folder: string, run: Run): Promise<Delivered> {
  const db = await openUniversity(`${folder}/outbox-${run.messages}-${run.domain.length}.sqlite`)
  await enqueue(db, run)
  const faults = { rateLimited: 0 }
  const app = appOf(db, folder, run, faults)
  const started = run.clock.now()
  await run.clock.during(drainAll(db, run.clock, app.delivery.drain))
  const seconds = (run.clock.now() - started) / 1000
  const [row] = db.raw(`SELECT count(*) AS sent FROM outbox WHERE state = 'sent'`) as { sent: number }[]
  db.close()
  return { run, seconds, sent: row?.sent ?? 0, ...faults }
}

function appOf(db: SqliteDatabase, folder: string, run: Run, faults: { rateLimited: number }) {
  const { clock, fetch, domain } = run
  const blobs = folderBlobs(`${folder}/blobs`)
  const log: Log = {
    ...silentLog,
    warn: ({ fault }, message) => {
      if (message === 'delivery failed' && fault === 'rate-limited') faults.rateLimited += 1
    },
    error: (facts, message) => console.log(message, facts),
  }
  return createApp({
    db,
    platform: feishu({ ...APP, domain }, { fetch, now: clock.now, log }),
    blobs,
    chapters: [execution({ blobs })],
    clock: () => instantOf(clock.now()),
    log,
    ids: randomUUID,
    random: Math.random,
    wait: clock.wait,
    limits: run.pace,
  })
}

/** As the service does: drains, and looks again when its sweep comes round. */
async function drainAll(db: SqliteDatabase, clock: BenchClock, drain: () => Promise<void>): Promise<void> {
  for (;;) {
    await drain()
    const { waiting } = await outboxHealth(db, instantOf(clock.now()))
    if (waiting === 0) return
    await clock.wait(SWEEP_MS)
  }
}

async function enqueue(db: SqliteDatabase, { messages, clock }: Run): Promise<void> {
  const at = instantOf(clock.now())
  const notices = Array.from({ length: messages }, (_, n) => {
    const place = placeOf(n)
    const view = { name: 'progress-understood', params: { text: textOf(place) } }
    return enqueueNotice({ to: place.contact, view, about: null, key: `bench:${n}` }, at)
  })
  await db.commit(notices)
}
