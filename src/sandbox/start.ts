/** Opens the sandbox on this machine: Feishu's API and the chat page on one loopback port. */
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { WebSocketServer } from 'ws'
import { createCampus } from './campus.ts'
import type { CheckCard } from './card-check.ts'
import { fileStorage } from './file-storage.ts'
import type { CampusChat, MenuItem, SandboxPerson } from './model.ts'
import type { SandboxApp, SandboxClock } from './options.ts'
import { pageAssets } from './page/assets.ts'
import { chatPage } from './page/page.tsx'

export interface SandboxOptions {
  readonly people: readonly SandboxPerson[]
  readonly menu: readonly MenuItem[]
  readonly clock: SandboxClock
  /** Where the chats are kept. */
  readonly file: string
  readonly host: string
  /** The port to try first; another free one is taken when it is in use. */
  readonly port: number
  /** Empty: deliveries wait for a long connection. */
  readonly webhookUrl: () => string
  /** The folder of the chat page's own files. */
  readonly page: URL
  readonly checkCard: CheckCard
  readonly log: (line: string) => void
}

export interface Sandbox {
  readonly app: SandboxApp
  /** Address of the API and of the chat page. */
  readonly url: string
  readonly chat: CampusChat
  close(): Promise<void>
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/** @throws when the host is not this machine: the sandbox has no passwords */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  if (!LOOPBACK.includes(options.host))
    throw new Error(`沙盒没有密码，只能在本机打开（HOST=127.0.0.1），不能用 ${options.host}`)
  const app = sandboxApp()
  const campus = createCampus({ ...options, app, storage: fileStorage(options.file), ids: randomUUID })
  const root = new Hono().route('/', campus.api).route('/', chatPage(campus.chat, pageAssets(options.page)))
  const server = await listen(root, options.host, options.port).catch(() => listen(root, options.host, 0))
  const { port } = server.address() as AddressInfo
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  return {
    app,
    url: `http://${host}:${port}`,
    chat: campus.chat,
    async close() {
      campus.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The credentials of the sandbox's one app: nothing secret, they open nothing but the sandbox. */
function sandboxApp(): SandboxApp {
  return {
    appId: 'cli_0123456789abcdef',
    appSecret: 'sandbox-app-secret',
    encryptKey: 'sandbox-encrypt-key',
    verificationToken: 'sandbox-verification-token',
    tenantKey: 'sandbox-tenant',
    botName: '目标管理助手',
  }
}

function listen(app: Hono, hostname: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const websocket = { server: new WebSocketServer({ noServer: true }) }
    const server = serve({ fetch: app.fetch, hostname, port, websocket }, () => resolve(server))
    server.once('error', reject)
  })
}
