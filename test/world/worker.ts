/** src/worker.ts as it is deployed: bundled by wrangler, run by workerd with a D1, an R2 and a campus for Feishu. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { D1Database } from '@cloudflare/workers-types'
import { Miniflare } from 'miniflare'
import { CONFIG } from '../chat/feishu/wire.ts'
import { bindingOf, migrateD1 } from './d1.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The text of the worker, minified, with the settings of wrangler.toml. Needs no network. */
export async function bundleWorker(folder: string): Promise<string> {
  const words = [
    'node_modules/wrangler/bin/wrangler.js',
    'deploy',
    '--dry-run',
    '--minify',
    '--outdir',
    folder,
  ]
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1' }
  await promisify(execFile)(process.execPath, words, { cwd: ROOT, env })
  return readFileSync(join(folder, 'worker.js'), 'utf8')
}

export interface RunningWorker {
  readonly url: string
  readonly d1: D1Database
  /** Runs the minutely cron, and waits for all that it began. */
  tick(): Promise<void>
  stop(): Promise<void>
}

/** Starts it with the tables of all migrations. `domain`: where Feishu is. */
export async function startWorker(text: string, domain: string): Promise<RunningWorker> {
  const miniflare = new Miniflare({
    modules: [{ type: 'ESModule', path: 'worker.js', contents: text }],
    compatibilityDate: '2026-04-01',
    compatibilityFlags: ['nodejs_compat'],
    cf: false,
    d1Databases: ['DB'],
    r2Buckets: ['FILES'],
    bindings: {
      FEISHU_APP_ID: CONFIG.appId,
      FEISHU_APP_SECRET: CONFIG.appSecret,
      FEISHU_ENCRYPT_KEY: CONFIG.encryptKey,
      FEISHU_VERIFICATION_TOKEN: CONFIG.verificationToken,
      FEISHU_DOMAIN: domain,
    },
  })
  const url = (await miniflare.ready).href.replace(/\/$/, '')
  const d1 = await bindingOf(miniflare)
  await migrateD1(d1)
  return {
    url,
    d1,
    async tick() {
      const worker = await miniflare.getWorker()
      await worker.scheduled({ cron: '* * * * *' })
    },
    stop: () => miniflare.dispose(),
  }
}
