/** Wiring only: the doors, the corridor and the way out, joined for one database and one platform. */
import type { Hono } from 'hono'
import type { ChatPlatform } from './chat/port.ts'
import { type Conversation, createConversation } from './conversation/conversation.ts'
import { createPace, FEISHU_LIMITS, type Limits } from './delivery/pace.ts'
import { delivery as deliveryChapter } from './delivery/parked.ts'
import { createDelivery, type Delivery, isStuck, renewAgeing } from './delivery/sweep.ts'
import { type Answer, createAnswer } from './doors.ts'
import { createHttp } from './http.ts'
import type { Chapter } from './kernel/chapter.ts'
import { execute } from './kernel/execute.ts'
import { type Clock, type Instant, localDateOf, plusMilliseconds } from './kernel/time.ts'
import type { Log } from './log.ts'
import { appointOfficeCommand } from './organization/commands/appoint-office.ts'
import type { Blobs } from './store/blobs.ts'
import type { Database } from './store/database.ts'
import { enqueueUpdateOf, forgetSentBefore, outboxHealth } from './store/outbox.ts'
import { dropReceiptsBefore, touchReceipt } from './store/receipts.ts'

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
}

const STUCK_AFTER_MS = 10 * 60_000
const KEEP_RECEIPTS_MS = 30 * 86_400_000
const KEEP_SENT_MS = 60 * 86_400_000

export function createApp(deps: AppDeps): App {
  const { db, platform, clock, log } = deps
  const conversation = createConversation({
    db,
    chapters: [...deps.chapters, deliveryChapter],
    clock,
    platform: platform.name,
  })
  const way = {
    ...deps,
    pace: createPace(deps.limits ?? FEISHU_LIMITS),
    render: conversation.render,
    execute: conversation.execute,
  }
  const delivery = createDelivery(way)
  const lateTap = async (messageId: string): Promise<void> => {
    await db.commit([enqueueUpdateOf(messageId, clock())])
    delivery.kick()
  }
  const readiness = (): Promise<readonly string[]> => whatIsNotReady(deps)
  const answer = createAnswer({ platform, doors: { ...conversation, lateTap }, kick: delivery.kick, log })
  return {
    http: createHttp({ platform, answer, readiness, log }),
    answer,
    delivery,
    async tick() {
      await renewAgeing(way)
      const now = clock()
      await giveDue(deps, conversation, now)
      await db.commit([
        dropReceiptsBefore(plusMilliseconds(now, -KEEP_RECEIPTS_MS)),
        forgetSentBefore(plusMilliseconds(now, -KEEP_SENT_MS)),
      ])
      await delivery.drain()
    },
    async appointOffice(openId) {
      const at = clock()
      const meta = {
        by: 'start',
        inNameOf: 'start',
        causes: [`start:office:${openId}`],
        at,
        today: localDateOf(at),
      } as const
      await execute(db, appointOfficeCommand, { openId, first: true }, meta)
    },
  }
}

/** What one chapter cannot do does not keep the others waiting. */
async function giveDue(
  { db, chapters, log }: AppDeps,
  conversation: Conversation,
  at: Instant,
): Promise<void> {
  const today = localDateOf(at)
  for (const { name, due } of chapters) {
    try {
      for (const { command, with: payload, cause } of (await due?.(db, { at, today })) ?? []) {
        const meta = { by: 'clock', inNameOf: 'clock', causes: [`clock:${cause}`], at, today } as const
        await conversation.execute(command, payload, meta)
      }
    } catch (error) {
      log.error({ error: reasonOf(error), chapter: name }, 'the clock could not give what is due')
    }
  }
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
