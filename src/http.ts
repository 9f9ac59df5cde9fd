/** The routes, and the one place where an error becomes a status. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type ChatPlatform, ForgedRequestError, type Inbound, type TapReply } from './chat/port.ts'
import type { Log } from './log.ts'

/** Feishu's own pushes are far smaller (protocol 1.10). */
const MAX_BODY_BYTES = 1024 * 1024
/** The platform gives 3 s; what is late is finished afterwards and shown by an update of the card. */
const ANSWER_WITHIN_MS = 2500

export interface Doors {
  readonly tap: (inbound: Extract<Inbound, { kind: 'tap' }>) => Promise<TapReply>
  readonly hear: (inbound: Extract<Inbound, { kind: 'message' }>) => Promise<void>
  readonly menu: (inbound: Extract<Inbound, { kind: 'menu' }>) => Promise<void>
  readonly entered: (inbound: Extract<Inbound, { kind: 'entered' }>) => Promise<void>
  /** A tap was answered with `处理中`; its card must follow when it is decided. */
  readonly lateTap: (messageId: string) => Promise<void>
}

export interface HttpDeps {
  readonly platform: ChatPlatform
  readonly doors: Doors
  /** Every reason why the service is not ready; empty when it is. */
  readonly readiness: () => Promise<readonly string[]>
  /** Called after an answer: something may wait in the outbox. */
  readonly kick: () => void
  readonly log: Log
}

export function createHttp(deps: HttpDeps): Hono {
  const app = new Hono()
  app.post(
    '/feishu/webhook',
    // The rest of the body stays unread, so nobody may use the connection again.
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.json({}, 413, { connection: 'close' }) }),
    async (c) => {
      const inbound = deps.platform.receive(c.req.raw.headers, await c.req.text())
      const answer = await answerTo(deps, inbound)
      deps.kick()
      return c.json(answer)
    },
  )
  app.get('/healthz', (c) => c.json({ status: 'alive' }))
  app.get('/readyz', async (c) => {
    const reasons = await deps.readiness()
    return c.json(
      reasons.length === 0 ? { status: 'ready' } : { status: 'not ready', reasons },
      reasons.length === 0 ? 200 : 503,
    )
  })
  app.notFound((c) => c.json({ error: 'not found' }, 404))
  app.onError((error, c) => {
    if (error instanceof ForgedRequestError) {
      deps.log.warn({ status: error.status, reason: error.message }, 'request refused')
      return c.json({}, error.status)
    }
    deps.log.error({ path: c.req.path, error: error.stack ?? error.message }, 'request failed')
    return c.json({}, 500)
  })
  return app
}

async function answerTo(deps: HttpDeps, inbound: Inbound): Promise<object> {
  switch (inbound.kind) {
    case 'challenge':
      return { challenge: inbound.challenge }
    case 'tap':
      return deps.platform.answerTap(await answerInTime(deps, inbound))
    case 'message':
      await deps.doors.hear(inbound)
      return {}
    case 'menu':
      await deps.doors.menu(inbound)
      return {}
    case 'entered':
      await deps.doors.entered(inbound)
      return {}
    case 'unsupported':
      deps.log.info({ what: inbound.what }, 'delivery ignored')
      return {}
  }
}

async function answerInTime(deps: HttpDeps, inbound: Extract<Inbound, { kind: 'tap' }>): Promise<TapReply> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ANSWER_WITHIN_MS)
  })
  const tap = deps.doors.tap(inbound)
  const first = await Promise.race([tap, deadline]).finally(() => clearTimeout(timer))
  if (first !== 'late') return first
  tap
    .then(() => deps.doors.lateTap(inbound.messageId))
    .catch((error: unknown) =>
      deps.log.error({ error: String(error), messageId: inbound.messageId }, 'late tap failed'),
    )
  return { toast: { tone: 'info', text: '正在处理，完成后卡片会自动更新。' } }
}
