/** The Workers entry: fetch and scheduled. The only file that sees bindings. */
import type { D1Database, ExecutionContext, R2Bucket, ScheduledController } from '@cloudflare/workers-types'
import { version } from '../package.json'
import { type App, createApp } from './app.ts'
import { chaptersFor } from './chapters.ts'
import { feishu } from './chat/feishu/feishu.ts'
import { ConfigError, readConfig } from './config.ts'
import { instantOf } from './kernel/time.ts'
import { lineLog } from './operation/log-lines.ts'
import { tracing } from './operation/trace.ts'
import { r2Blobs } from './store/blobs-r2.ts'
import { openD1 } from './store/d1.ts'

interface Env {
  readonly DB: D1Database
  readonly FILES: R2Bucket
  readonly FEISHU_APP_ID?: string
  readonly FEISHU_APP_SECRET?: string
  readonly FEISHU_ENCRYPT_KEY?: string
  readonly FEISHU_VERIFICATION_TOKEN?: string
  readonly FEISHU_DOMAIN?: string
  readonly FEISHU_TRANSPORT?: string
  readonly FEISHU_TENANT_KEY?: string
  readonly OFFICE_OPEN_IDS?: string
  readonly LOG_LEVEL?: string
}

/** One app an isolate: the token and the pace are shared by its requests. */
let app: Promise<App> | undefined

/** A start that failed, as while D1 was away, is tried again by the next request. */
function started(env: Env): Promise<App> {
  app ??= appOf(env).catch((error: unknown) => {
    app = undefined
    throw error
  })
  return app
}

async function appOf(env: Env): Promise<App> {
  const config = readConfig({ ...textsOf(env), NODE_ENV: 'production' })
  if (!config.feishu) throw new ConfigError(['缺少 FEISHU_APP_ID'])
  if (config.transport === 'long-connection')
    throw new ConfigError(['Workers 上不能使用长连接，请把 FEISHU_TRANSPORT 设为 webhook'])
  const log = tracing(lineLog(config.logLevel, Date.now, console.log))
  const db = openD1(env.DB)
  const platform = feishu(config.feishu, { fetch: (url, init) => fetch(url, init), now: Date.now, log })
  const blobs = r2Blobs(env.FILES)
  const chapters = chaptersFor({ blobs, lookUp: (by) => platform.findPeople(by) })
  const made = createApp({
    db,
    platform,
    blobs,
    chapters,
    log,
    clock: () => instantOf(Date.now()),
    host: { version },
    ids: () => crypto.randomUUID(),
    random: Math.random,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
  for (const openId of config.officeOpenIds) await made.appointOffice(openId)
  return made
}

function textsOf(env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

export default {
  async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
    const made = await started(env)
    const response = await made.http.fetch(request, env, context)
    context.waitUntil(made.delivery.drain())
    return response
  },
  async scheduled(_event: ScheduledController, env: Env, context: ExecutionContext): Promise<void> {
    context.waitUntil((await started(env)).tick())
  },
}
