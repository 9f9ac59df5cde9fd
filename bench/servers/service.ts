import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { createApp } from '../../src/app.ts'
import { chaptersFor } from '../../src/chapters.ts'
import { feishu } from '../../src/chat/feishu/feishu.ts'
import { readConfig } from '../../src/config.ts'
import { instantOf } from '../../src/kernel/time.ts'
import { folderBlobs } from '../../src/store/blobs-folder.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

const config = readConfig(process.env)
const log = pino({ level: 'warn' })
const db = openSqlite(config.databasePath)
const blobs = folderBlobs(`${config.dataDir}/blobs`)
if (!config.feishu) throw new Error('no')
const platform = feishu(config.feishu, { fetch, now: Date.now, log })
const app = createApp({
  db,
  platform,
  blobs,
  chapters: chaptersFor({ blobs, lookUp: (by) => platform.findPeople(by) }),
  clock: () => instantOf(Date.now()),
  log,
  ids: randomUUID,
  random: Math.random,
  wait,
})
serve({ fetch: app.http.fetch, hostname: config.host, port: config.port })
process.once('SIGTERM', () => process.exit())
