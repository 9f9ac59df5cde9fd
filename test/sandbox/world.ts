/** A campus for tests: three people, a clock and timers that stand until moved, a webhook that can be told what to do. */
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { WebSocketServer } from 'ws'
import { type Campus, createCampus } from '../../src/sandbox/campus.ts'
import type { SandboxPerson } from '../../src/sandbox/model.ts'
import type { CampusOptions, SandboxApp } from '../../src/sandbox/options.ts'
import type { Timer } from '../../src/sandbox/timer.ts'

export const START = Date.UTC(2026, 2, 2, 1, 0, 0)
const DAY = 86_400_000

export const app: SandboxApp = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'secret-of-the-app',
  encryptKey: 'key-of-the-app',
  verificationToken: 'token-of-the-app',
  tenantKey: 'campus',
  botName: '目标管理助手',
}

function person(number: number, name: string, unit: string): SandboxPerson {
  const id = createHash('sha256').update(name).digest('hex').slice(0, 32)
  const contact = { employeeNo: `G${number}`, mobile: `1380000000${number}`, email: `g${number}@campus.test` }
  return { openId: `ou_${id}`, unionId: `on_${id}`, name, title: '干事', unit, ...contact }
}

export const contact = person(1, '药学院 联络员', '药学院')
export const head = person(2, '药学院 负责人', '药学院')
export const chair = person(3, '领导小组 组长', '')

export interface TestClock {
  now(): number
  moveDays(days: number): void
  /** Moves the clock by milliseconds and runs the timers that come due, in their order. */
  pass(ms: number): Promise<void>
  readonly timer: Timer
}

/** A clock that stands at `START`, with its own timers. */
export function testClock(): TestClock {
  const timers = new Set<{ at: number; run: () => void }>()
  let now = START
  let elapsed = 0
  return {
    now: () => now,
    moveDays(days) {
      now += days * DAY
    },
    timer: {
      after(ms, run) {
        const timer = { at: elapsed + ms, run }
        timers.add(timer)
        return () => void timers.delete(timer)
      },
    },
    async pass(ms) {
      const end = elapsed + ms
      for (;;) {
        const next = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        now += next.at - elapsed
        elapsed = next.at
        timers.delete(next)
        next.run()
        await settled()
      }
      now += end - elapsed
      elapsed = end
    },
  }
}

/** Lets promises and in-memory calls that are under way go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

export interface Received {
  readonly headers: Headers
  readonly body: string
}

/** A webhook in memory: it keeps what arrives, and answers as `answer` says. */
export interface Webhook {
  readonly received: Received[]
  answer: (request: Received, signal: AbortSignal) => Response | Promise<Response>
  readonly fetch: typeof fetch
}

export function testWebhook(): Webhook {
  const webhook: Webhook = {
    received: [],
    answer: () => Response.json({}),
    async fetch(input, init) {
      const request = new Request(input, init)
      const received = { headers: request.headers, body: await request.text() }
      webhook.received.push(received)
      return await Promise.race([webhook.answer(received, request.signal), aborted(request.signal)])
    },
  }
  return webhook
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

export interface World {
  readonly campus: Campus
  readonly clock: TestClock
  readonly webhook: Webhook
  readonly logged: string[]
}

let counter = 0
export function nextId(): string {
  counter += 1
  return createHash('sha256').update(`id ${counter}`).digest('hex').slice(0, 32)
}

/** A campus whose webhook is in memory. */
export function world(options: Partial<CampusOptions> = {}): World {
  const clock = testClock()
  const webhook = testWebhook()
  const logged: string[] = []
  const campus = createCampus({
    people: [contact, head, chair],
    app,
    webhookUrl: 'http://webhook.test/feishu',
    clock,
    timer: clock.timer,
    menu: [{ key: 'help', text: '帮助' }],
    ids: nextId,
    fetch: webhook.fetch,
    log: (line) => logged.push(line),
    ...options,
  })
  return { campus, clock, webhook, logged }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly code: unknown
  readonly msg: string
  readonly data: { readonly [key: string]: unknown }
  readonly body: { readonly [key: string]: unknown }
}

/** A client that knows nothing but HTTP: fetches its token once and calls. */
export async function client(
  api: Hono,
): Promise<(method: string, path: string, body?: object) => Promise<Answer>> {
  const credentials = { app_id: app.appId, app_secret: app.appSecret }
  const token = await call(api, 'POST', '/open-apis/auth/v3/tenant_access_token/internal', credentials)
  const bearer = String(token.body.tenant_access_token)
  return (method, path, body) => call(api, method, `/open-apis${path}`, body, bearer)
}

/** One HTTP call in memory. */
export async function call(
  api: Hono,
  method: string,
  path: string,
  body?: object,
  token?: string,
): Promise<Answer> {
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' }
  if (token !== undefined) headers.authorization = `Bearer ${token}`
  const payload = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await api.request(path, { method, headers, ...payload })
  const text = await response.text()
  const parsed = text.startsWith('{') ? JSON.parse(text) : { msg: text }
  return {
    status: response.status,
    headers: response.headers,
    code: parsed.code,
    msg: parsed.msg,
    data: parsed.data ?? {},
    body: parsed,
  }
}

/** A text message for the send API. */
export function text(openId: string, words: string, uuid?: string): object {
  const body = { receive_id: openId, msg_type: 'text', content: JSON.stringify({ text: words }) }
  return uuid === undefined ? body : { ...body, uuid }
}

/** A card message for the send API. */
export function cardMessage(openId: string, card: object): object {
  return { receive_id: openId, msg_type: 'interactive', content: JSON.stringify(card) }
}

/** A card of schema 2.0 with these elements. */
export function card(...elements: object[]): object {
  const title = { tag: 'plain_text', content: '年度目标' }
  return { schema: '2.0', config: { update_multi: true }, header: { title }, body: { elements } }
}

/** Serves `api` on a free loopback port. */
export async function listen(api: Hono): Promise<{ base: string; close(): Promise<void> }> {
  const server = await new Promise<ServerType>((resolve) => {
    const websocket = { server: new WebSocketServer({ noServer: true }) }
    const options = { fetch: api.fetch, port: 0, hostname: '127.0.0.1', websocket }
    const started = serve(options, () => resolve(started))
  })
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}
