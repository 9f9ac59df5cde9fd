/** The routes, and the one place where an error becomes a status. */
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type ChatPlatform, ForgedRequestError } from './chat/port.ts'
import type { Answer } from './doors.ts'
import type { Log } from './log.ts'

/** Feishu's own pushes are far smaller (protocol 1.10). */
const MAX_BODY_BYTES = 1024 * 1024

export interface HttpDeps {
  readonly platform: ChatPlatform
  readonly answer: Answer
  /** Every reason why the service is not ready; empty when it is. */
  readonly readiness: () => Promise<readonly string[]>
  readonly log: Log
}

export function createHttp(deps: HttpDeps): Hono {
  const app = new Hono()
  app.post('/feishu/webhook', sizeLimit, async (c) => {
    const inbound = deps.platform.receive(c.req.raw.headers, await c.req.text())
    return c.json(await deps.answer(inbound))
  })
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

// The rest of the body stays unread, so nobody may use the connection again.
const countedLimit = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: (c) => c.json({}, 413, { connection: 'close' }),
})

/** A declared length within the limit is enough, because the server holds the body to it; counting makes a stream of it, which costs more than all the rest of the reading. */
const sizeLimit: MiddlewareHandler = (c, next) => {
  const declared = Number(c.req.header('content-length') ?? Number.NaN)
  return declared <= MAX_BODY_BYTES ? next() : countedLimit(c, next)
}
