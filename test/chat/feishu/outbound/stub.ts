/** A local server that answers as Feishu would, or as badly as a test wants. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Call {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  /** Sent as JSON unless it is bytes. */
  readonly body?: unknown
  /** The connection is cut without a word. */
  readonly cut?: boolean
  /** Nothing is ever answered. */
  readonly silent?: boolean
}

export interface Stub {
  readonly domain: string
  readonly calls: readonly Call[]
  close(): Promise<void>
}

export const TOKEN = 't-token-of-the-tenant-in-tests'

export async function startStub(answer: (call: Call, earlier: number) => Answer): Promise<Stub> {
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    const call = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: await bodyOf(request),
    }
    const earlier = calls.filter((one) => one.url === call.url).length
    calls.push(call)
    const { status = 200, headers = {}, body = {}, cut = false, silent = false } = answer(call, earlier)
    if (silent) return
    if (cut) return void request.socket.destroy()
    const bytes = body instanceof Uint8Array
    response.writeHead(status, {
      'content-type': bytes ? 'application/octet-stream' : 'application/json',
      ...headers,
    })
    response.end(bytes ? body : typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    domain: `http://127.0.0.1:${port}`,
    calls,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

/** The happy platform: every call succeeds as the official samples show. */
export function happy(call: Call): Answer {
  if (call.url.includes('/tenant_access_token/'))
    return { body: { code: 0, msg: 'ok', tenant_access_token: TOKEN, expire: 7200 } }
  if (call.url.includes('/bot/v3/info')) return { body: { code: 0, msg: 'ok', bot: { open_id: 'ou_bot' } } }
  if (call.url.includes('/im/v1/files')) return { body: { code: 0, data: { file_key: 'file_1' } } }
  if (call.url.includes('/resources/')) return { body: new Uint8Array([1, 2, 3]) }
  if (call.url.includes('/batch_get_id')) return { body: { code: 0, data: { user_list: [] } } }
  return { body: { code: 0, msg: 'success', data: { message_id: 'om_1', chat_id: 'oc_1' } } }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
