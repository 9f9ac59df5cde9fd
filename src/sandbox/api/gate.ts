/** What every API call passes before its handler: a log id, the token, the call limit of the app (protocol.md 4.1, 4.3). */
import type { Context, MiddlewareHandler } from 'hono'
import type { Limiter } from '../limits.ts'
import type { TenantTokens } from '../tokens.ts'
import { answerRefusal, failWith, type Refusal, refuse } from './answer.ts'

/** Gives each call the id under which Feishu's support would find it. */
export function withLogId(ids: () => string): MiddlewareHandler {
  return async (c, next) => {
    const logId = ids()
    c.set('logId', logId)
    await next()
    c.header('x-tt-logid', logId)
    c.header('x-request-id', logId)
  }
}

/** A guard for one API: the bearer token must be valid, and the app within its limit for this API. */
export function gate(tokens: TenantTokens, limiter: Limiter): (api: string) => MiddlewareHandler {
  return (api) => async (c, next) => {
    const refusal = checkToken(tokens, c.req.header('authorization'))
    if (refusal !== undefined) return answerRefusal(c, refusal)
    const wait = limiter.callApi(api)
    if (wait > 0) return tooManyCalls(c, wait)
    await next()
    return
  }
}

function checkToken(tokens: TenantTokens, header: string | undefined): Refusal | undefined {
  const token = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1]
  if (token === undefined) return refuse(99991661)
  if (!/^[tu]-/.test(token)) return refuse(99991671)
  return tokens.valid(token) ? undefined : refuse(99991663)
}

/** HTTP 429; the header says how many seconds to wait. */
function tooManyCalls(c: Context, waitMs: number): Response {
  c.header('x-ogw-ratelimit-limit', '50')
  c.header('x-ogw-ratelimit-reset', String(Math.max(1, Math.ceil(waitMs / 1000))))
  return failWith(c, 429, 99991400)
}
