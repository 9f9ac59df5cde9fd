/** Feishu's HTTP API of the campus, all calls that it serves. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CONNECTION_CUT, type FaultSwitch, misbehaving } from '../faults.ts'
import type { LongConnections } from '../long-connection/connections.ts'
import { longConnectionRoutes } from '../long-connection/routes.ts'
import type { SandboxApp } from '../options.ts'
import type { Registry } from '../registry.ts'
import type { Timer } from '../timer.ts'
import type { TenantTokens } from '../tokens.ts'
import { failWith } from './answer.ts'
import { authRoutes } from './auth.ts'
import type { ChangeParts } from './change.ts'
import { contactRoutes } from './contact.ts'
import { gate, withLogId } from './gate.ts'
import { mediaRoutes } from './media.ts'
import { messageRoutes } from './messages.ts'
import type { SendParts } from './send.ts'

export interface ApiParts extends SendParts, ChangeParts {
  readonly app: SandboxApp
  readonly tokens: TenantTokens
  readonly connections: LongConnections
  readonly faults: FaultSwitch
  readonly directory: Registry
  readonly timer: Timer
  readonly log: (line: string) => void
}

/** The largest upload is 30 MB. */
const BODY_BYTES = 32 * 1024 * 1024

/** Serves below `/open-apis`, and the long connection beside it. An unknown path is answered as Feishu's gateway does, in plain text. */
export function createApi(parts: ApiParts): Hono {
  const guard = gate(parts.tokens, parts.limiter)
  const api = new Hono()
  const tooLarge = bodyLimit({ maxSize: BODY_BYTES, onError: (c) => c.text('Request Entity Too Large', 413) })
  const faulty = misbehaving(parts.faults, parts.timer)
  api.use('/open-apis/*', withLogId(parts.ids), faulty, tooLarge)
  api.use('/callback/*', faulty, tooLarge)
  api.route('/', longConnectionRoutes(parts.app, parts.connections, parts.ids))
  api.route('/', authRoutes(parts.app, parts.tokens, guard))
  api.route('/', messageRoutes(parts.app, parts, guard))
  api.route('/', mediaRoutes(parts.files, parts.messages, guard))
  api.route('/', contactRoutes(parts.directory, guard))
  api.all('/open-apis/*', (c) => c.text('404 page not found', 404))
  api.onError((error, c) => {
    if (error === CONNECTION_CUT) throw error
    parts.log(`sandbox API: ${String(error)}`)
    return failWith(c, 500, 2200)
  })
  return api
}
