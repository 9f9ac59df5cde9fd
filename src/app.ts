/** Wiring only: the doors, the corridor and the way out, joined for one database and one platform. */
import type { Hono } from 'hono'
import type { ChatPlatform } from './chat/port.ts'
import { createConversation } from './conversation/conversation.ts'
import type { Noted } from './conversation/setting.ts'
import { createPace, FEISHU_LIMITS, type Limits } from './delivery/pace.ts'
import { delivery as deliveryChapter } from './delivery/parked.ts'
import { createDelivery, type Delivery, isStuck, renewAgeing } from './delivery/sweep.ts'
import { type Answer, createAnswer } from './doors.ts'
import { createHttp, type Metrics } from './http.ts'
import type { Chapter } from './kernel/chapter.ts'
import { execute } from './kernel/execute.ts'
import { type Clock, localDateOf, millisecondsOf } from './kernel/time.ts'
import type { Log } from './log.ts'
import { type BackupJob, createBackupJob } from './operation/backup/job.ts'
import { operation as operationChapter } from './operation/chapter.ts'
import type { Host } from './operation/host.ts'
import { type Meter, noMeter } from './operation/meter.ts'
import { createRunning, endsWithin } from './operation/running.ts'
import { tickOnce } from './operation/tick.ts'
import { noteCommand, tracing, untraced } from './operation/trace.ts'
import { appointOfficeCommand } from './organization/commands/appoint-office.ts'
import type { Blobs } from './store/blobs.ts'
import type { Database } from './store/database.ts'
import { enqueueUpdateOf, outboxHealth } from './store/outbox.ts'
import { touchReceipt } from './store/receipts.ts'

export interface AppDeps {
  readonly db: Database
  readonly platform: ChatPlatform
  readonly blobs: Blobs
  readonly chapters: readonly Chapter[]
  readonly clock: Clock
  readonly log: Log
  readonly ids: () => string
  /** A number in [0, 1). */
  readonly random: () => number
  readonly wait: (ms: number) => Promise<void>
  readonly limits?: Limits
  /** What else must hold for the service to be ready. */
  readonly checks?: readonly Check[]
  /** The place where it runs; without one nothing is known of disk and backups. */
  readonly host?: Host
  readonly meter?: Meter
  readonly metrics?: Metrics
  /** A clock that only runs forward, ms; the clock of the school without. */
  readonly elapsed?: () => number
}

/** Rejects with the reason when it does not hold. */
type Check = readonly [what: string, check: () => Promise<void>]

export interface App {
  readonly http: Hono
  /** The same answers as those of the webhook, for deliveries that come another way. */
  readonly answer: Answer
  readonly delivery: Delivery
  /** What the clock does every minute. */
  tick(): Promise<void>
  /** Makes an account of the platform a first member of the office (OFFICE_OPEN_IDS); a repeat changes nothing. */
  appointOffice(openId: string): Promise<void>
  /** Takes nothing new, answers what came in, and gives back what waits; false where that took longer than so many ms. */
  stop(withinMs: number): Promise<boolean>
}

const STUCK_AFTER_MS = 10 * 60_000
const NOWHERE: Host = { version: '—' }

export function createApp(deps: AppDeps): App {
  const { db, platform, clock, ids, host = NOWHERE } = deps
  const log = tracing(deps.log)
  const meter = deps.meter ?? noMeter
  const watch = { log, meter, elapsed: deps.elapsed ?? (() => millisecondsOf(clock())) }
  const running = createRunning()
  const conversation = createConversation({
    db,
    chapters: [...deps.chapters, deliveryChapter, operationChapter(host)],
    clock,
    platform: platform.name,
    noted: (command, outcome, attempts) => note(command, outcome, attempts),
  })
  const way = {
    ...deps,
    ...watch,
    pace: createPace(deps.limits ?? FEISHU_LIMITS),
    render: conversation.render,
    execute: conversation.execute,
  }
  const delivery = createDelivery(way)
  const kick = (): void => untraced(delivery.kick)
  const backups = host.disk && createBackupJob({ db, disk: host.disk, clock, log, meter, kick })
  const note = noting(meter, backups)
  const lateTap = async (messageId: string): Promise<void> => {
    await db.commit([enqueueUpdateOf(messageId, clock())])
    kick()
  }
  const answer = createAnswer({
    ...{ platform, running, ids, kick, ...watch },
    doors: { ...conversation, lateTap },
  })
  const readiness = (): Promise<readonly string[]> => whatIsNotReady(deps)
  return {
    http: createHttp({
      ...{ platform, answer, readiness, running, ids, log },
      ...(deps.metrics && { metrics: deps.metrics }),
    }),
    answer,
    delivery,
    async tick() {
      await renewAgeing(way)
      await tickOnce({ ...deps, ...watch }, conversation)
      backups?.kick()
      await delivery.drain()
    },
    appointOffice: (openId) => appointOffice(deps, openId),
    async stop(withinMs) {
      running.close()
      const ended = Promise.all([running.ended(), delivery.stop(), backups?.stop()])
      return await endsWithin(withinMs, ended)
    },
  }
}

/** Of a chapter whose commands no line may name, only that there was one. */
function noting(meter: Meter, backups: BackupJob | undefined): Noted {
  return ({ thing, chapter }, outcome, attempts) => {
    const command = chapter.secret ? 'secret' : thing.type
    const code = chapter.secret ? 'secret' : outcome.ok ? outcome.done.code : outcome.refusal.code
    noteCommand({ command, code, ok: outcome.ok, attempts })
    meter.decided(command, attempts === 0 ? 'repeated' : outcome.ok ? 'done' : 'refused')
    if (thing.type === 'backup.make' && outcome.ok) backups?.kick()
  }
}

async function appointOffice({ db, clock }: AppDeps, openId: string): Promise<void> {
  const at = clock()
  const meta = {
    by: 'start',
    inNameOf: 'start',
    causes: [`start:office:${openId}`],
    at,
    today: localDateOf(at),
  } as const
  await execute(db, appointOfficeCommand, { openId, first: true }, meta)
}

async function whatIsNotReady({ db, platform, clock, checks: more = [] }: AppDeps): Promise<string[]> {
  const now = clock()
  const checks: readonly Check[] = [
    ['database', () => db.commit([touchReceipt('ready', now)])],
    ['platform credentials', () => platform.checkCredentials()],
    [
      'outbox',
      async () => {
        const { oldest } = await outboxHealth(db, now)
        if (isStuck(oldest, now, STUCK_AFTER_MS))
          throw new Error(`the oldest message has waited since ${oldest}`)
      },
    ],
    ...more,
  ]
  const results = await Promise.allSettled(checks.map(([, check]) => check()))
  return results.flatMap((result, index) =>
    result.status === 'rejected' ? [`${checks[index]?.[0]}: ${reasonOf(result.reason)}`] : [],
  )
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
