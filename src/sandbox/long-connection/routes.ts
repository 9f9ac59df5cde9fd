/** Where the app asks for a long connection, and where it opens one (protocol.md 5, cards.md 5.1). */
import { upgradeWebSocket } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { isRefusal } from '../api/answer.ts'
import { readBody } from '../api/body.ts'
import { socketOf } from '../faults.ts'
import type { SandboxApp } from '../options.ts'
import { CLIENT_CONFIG, type LongConnections, SERVICE, type SocketEvents } from './connections.ts'

const PATH = '/ws/v2'
const MOST_CONNECTIONS = 50
const TICKETS_KEPT = 100

/** In the endpoint's own words: `data` is there even when it says no, since clients take it apart first. */
const REFUSALS = {
  514: 'the app id or secret is invalid',
  1000040344: 'no credential',
  1000040350: 'the number of connections exceeded the limit',
} as const

const credentials = z.object({ AppID: z.string(), AppSecret: z.string() })

/** The server that serves these needs a WebSocket server beside its `fetch`. */
export function longConnectionRoutes(app: SandboxApp, connections: LongConnections, ids: () => string): Hono {
  const tickets = createTickets(ids)
  const routes = new Hono()
  routes.post('/callback/ws/endpoint', async (c) => {
    const read = await readBody(c, credentials, 10003)
    const refused = isRefusal(read) ? 1000040344 : whyRefused(app, connections, read.body)
    if (refused !== undefined) return c.json({ code: refused, msg: REFUSALS[refused], data: {} })
    const data = { URL: addressOf(c, ids(), tickets.issue()), ClientConfig: CLIENT_CONFIG }
    return c.json({ code: 0, msg: 'success', data })
  })
  routes.get(
    PATH,
    async (c, next) => {
      if (tickets.use(c.req.query('ticket') ?? '')) return next()
      return c.text('forbidden', 403, { 'handshake-status': '403', 'handshake-msg': 'invalid ticket' })
    },
    upgradeWebSocket((c) => socketEvents(c, connections)),
  )
  return routes
}

function whyRefused(
  app: SandboxApp,
  connections: LongConnections,
  given: z.infer<typeof credentials>,
): keyof typeof REFUSALS | undefined {
  if (given.AppID !== app.appId || given.AppSecret !== app.appSecret) return 514
  return connections.count() >= MOST_CONNECTIONS ? 1000040350 : undefined
}

function addressOf(c: Context, deviceId: string, ticket: string): string {
  const url = new URL(PATH, c.req.url)
  url.protocol = 'ws:'
  url.search = new URLSearchParams({ device_id: deviceId, service_id: `${SERVICE}`, ticket }).toString()
  return url.href
}

/** A ticket opens one connection. */
function createTickets(ids: () => string) {
  const issued = new Set<string>()
  return {
    issue(): string {
      const ticket = ids()
      issued.add(ticket)
      const [oldest] = issued
      if (oldest !== undefined && issued.size > TICKETS_KEPT) issued.delete(oldest)
      return ticket
    },
    use: (ticket: string): boolean => issued.delete(ticket),
  }
}

function socketEvents(c: Context, connections: LongConnections) {
  let events: SocketEvents | undefined
  return {
    onOpen(_: unknown, socket: { send(bytes: Uint8Array<ArrayBuffer>): void }) {
      events = connections.accept({
        send: (bytes) => socket.send(new Uint8Array(bytes)),
        destroy: () => socketOf(c.env)?.destroy(),
      })
    },
    onMessage({ data }: { readonly data: unknown }) {
      if (data instanceof ArrayBuffer) events?.received(new Uint8Array(data))
    },
    onClose: () => events?.ended(),
  }
}
