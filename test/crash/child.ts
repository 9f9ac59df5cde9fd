/**
 * The service in a process of its own, on a database file, that kills itself at the point that `KILL_AT` names.
 * Bundled and started by test/crash/machine.ts.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from '../../src/app.ts'
import { chaptersFor } from '../../src/chapters.ts'
import { feishu } from '../../src/chat/feishu/feishu.ts'
import type { ChatPlatform } from '../../src/chat/port.ts'
import { NO_LIMITS } from '../../src/delivery/pace.ts'
import { instantOf } from '../../src/kernel/time.ts'
import { silentLog } from '../../src/log.ts'
import type { Database, Statement } from '../../src/store/database.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { CONFIG } from '../chat/feishu/wire.ts'
import { memoryBlobs } from '../organization/world.ts'
import { listen } from '../world/listen.ts'

const { DATABASE = '', DOMAIN = '', KILL_AT = '', CLOCK_MS = '0' } = process.env
const SWEEP_MS = 100

const started = Date.now()
const now = (): number => Number(CLOCK_MS) + Date.now() - started

function reached(point: string): void {
  if (point === KILL_AT) process.kill(process.pid, 'SIGKILL')
}

/** Dies around the commit that records what came in: those of the outbox are let through. */
function dyingDatabase(db: Database): Database {
  const records = ({ sql }: Statement): boolean => sql.includes('into "receipt"')
  return {
    all: db.all,
    async commit(statements) {
      const decides = statements.some(records)
      if (decides) reached('before commit')
      await db.commit(statements)
      if (decides) reached('after commit')
    },
  }
}

/** Dies between delivery and settling, and just before. */
function dyingPlatform(platform: ChatPlatform): ChatPlatform {
  return {
    ...platform,
    async send(openId, message, key) {
      reached('before sending')
      const sent = await platform.send(openId, message, key)
      reached('after sending')
      return sent
    },
    async update(messageId, message) {
      reached('before updating')
      await platform.update(messageId, message)
      reached('after updating')
    },
  }
}

const db = dyingDatabase(openSqlite(DATABASE))
const platform = dyingPlatform(feishu({ ...CONFIG, domain: DOMAIN }, { fetch, now, log: silentLog }))
const blobs = memoryBlobs()
const app = createApp({
  db,
  platform,
  blobs,
  chapters: chaptersFor({ blobs, lookUp: platform.findPeople }),
  clock: () => instantOf(now()),
  log: silentLog,
  ids: randomUUID,
  random: Math.random,
  wait,
  limits: NO_LIMITS,
})
const { url } = await listen(app.http.fetch)
setInterval(app.delivery.kick, SWEEP_MS)
console.log(url)
