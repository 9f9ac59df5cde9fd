/** The app's token and the bot's own card of identity (protocol.md 4.1, 4.7). */
import { Hono, type MiddlewareHandler } from 'hono'
import * as z from 'zod'
import type { SandboxApp } from '../options.ts'
import { stableId } from '../people.ts'
import type { TenantTokens } from '../tokens.ts'
import { isRefusal } from './answer.ts'
import { readBody } from './body.ts'

const credentials = z.object({ app_id: z.string(), app_secret: z.string() })

/** `POST auth/v3/tenant_access_token/internal` answers flat, faults too with HTTP 200; `GET bot/v3/info` puts `bot` at the top. */
export function authRoutes(
  app: SandboxApp,
  tokens: TenantTokens,
  guard: (api: string) => MiddlewareHandler,
): Hono {
  const routes = new Hono()
  routes.post('/open-apis/auth/v3/tenant_access_token/internal', async (c) => {
    const read = await readBody(c, credentials, 10003)
    if (isRefusal(read) || read.body.app_id !== app.appId)
      return c.json({ code: 10003, msg: 'invalid param' })
    if (read.body.app_secret !== app.appSecret) return c.json({ code: 10014, msg: 'app secret invalid' })
    const { token, expire } = tokens.issue()
    return c.json({ code: 0, msg: 'ok', tenant_access_token: token, expire })
  })
  routes.get('/open-apis/bot/v3/info', guard('bot.info'), (c) => {
    const bot = {
      activate_status: 2,
      app_name: app.botName,
      avatar_url: '',
      ip_white_list: [],
      open_id: stableId('ou_', app.appId, 'bot'),
    }
    return c.json({ code: 0, msg: 'ok', bot })
  })
  return routes
}
