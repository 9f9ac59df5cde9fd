/** The three programs that are tapped. */
import type { ChildProcess } from 'node:child_process'
import { heard, start } from '../child.ts'
import { freePort, untilHealthy } from '../free-port.ts'
import { APP, environmentOf } from '../world/app.ts'

export interface Server {
  readonly name: string
  readonly child: ChildProcess
  readonly port: number
  /** What every answer must contain to count as done. */
  readonly expect: string
}

export const SERVICE = 'mubiao: verify, decrypt, decide, commit (FULL), card'
export const SDK = 'SDK adaptDefault, empty handler'
const BARE = 'bare Hono route, body read'

export async function startBaseline(which: 'bare' | 'sdk'): Promise<Server> {
  const child = start(new URL(`../servers/${which}.ts`, import.meta.url), { core: 'server' })
  const { port } = await heard<{ port: number }>(child)
  return { name: which === 'sdk' ? SDK : BARE, child, port, expect: '' }
}

/** The program itself, as it is started for a real Feishu, on the database file. */
export async function startService(file: string, nodeOptions: readonly string[]): Promise<Server> {
  const port = await freePort()
  const env = { ...environmentOf(APP), DATABASE_URL: file, DATA_DIR: `${file}.data`, PORT: String(port) }
  const child = start(new URL('../../dist/main.js', import.meta.url), { core: 'server', env, nodeOptions })
  await untilHealthy(port)
  return { name: SERVICE, child, port, expect: '"toast":{"type":"success"' }
}
