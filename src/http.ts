/** The routes, and the one place where an error becomes a status. */
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type ChatPlatform, ForgedRequestError } from './chat/port.ts'
import type { Answer } from './doors.ts'
import { type Log, sayError, wasSaid } from './log.ts'
import { carriesToken } from './operation/bearer.ts'
import type { Running } from './operation/running.ts'
import { requestIdOf, traced } from './operation/trace.ts'

/** Feishu's own pushes are far smaller (protocol 1.10). */
const MAX_BODY_BYTES = 1024 * 1024
const WEBHOOK = '/feishu/webhook'

export interface HttpDeps {
  readonly platform: ChatPlatform
  readonly answer: Answer
  /** Every reason why the service is not ready; empty when it is. */
  readonly readiness: () => Promise<readonly string[]>
  readonly running: Running
  /** For requests that bring no id. */
  readonly ids: () => string
  /** What Prometheus reads, where that was wished for. */
  readonly metrics?: Metrics
  readonly log: Log
}

export interface Metrics {
  /** Who scrapes must carry it as `Authorization: Bearer …`. */
  readonly token: string
  readonly contentType: string
  text(): Promise<string>
}

export function createHttp(deps: HttpDeps): Hono {
  const app = new Hono()
  const { running, metrics } = deps
  // From the first byte of a request to the last of its answer: the end of the service waits for it.
  app.use(WEBHOOK, async (c, next) => {
    if (running.closed) return c.json({}, 503, { connection: 'close' })
    const request = requestIdOf([], c.req.header('x-request-id'), deps.ids)
    return await running.track(traced(request, next))
  })
  app.post(WEBHOOK, sizeLimit, async (c) => {
    const inbound = deps.platform.receive(c.req.raw.headers, await c.req.text())
    return c.json(await deps.answer(inbound, c.req.header('x-request-id')))
  })
  app.get('/healthz', (c) => c.json({ status: 'alive' }))
  app.get('/readyz', async (c) => {
    const reasons = running.closed ? ['stopping'] : await deps.readiness()
    return c.json(
      reasons.length === 0 ? { status: 'ready' } : { status: 'not ready', reasons },
      reasons.length === 0 ? 200 : 503,
    )
  })
  if (metrics) {
    app.get('/metrics', async (c) => {
      if (!carriesToken(c.req.header('authorization'), metrics.token)) return c.json({}, 401)
      return c.text(await metrics.text(), 200, { 'content-type': metrics.contentType })
    })
  }
  app.notFound((c) => c.json({ error: 'not found' }, 404))
  app.onError((error, c) => {
    if (error instanceof ForgedRequestError) {
      deps.log.warn({ status: error.status, reason: error.message }, 'request refused')
      return c.json({}, error.status)
    }
    if (!wasSaid(error)) deps.log.error({ path: c.req.path, ...sayError(error) }, 'request failed')
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
