/** The command line of the operator, beside the running service or without it. Sees `process`, as the service's entry does. */

import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { feishu } from '../chat/feishu/feishu.ts'
import type { ChatPlatform } from '../chat/port.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import type { Meta } from '../kernel/command.ts'
import { instantOf, localDateOf } from '../kernel/time.ts'
import type { LookUp } from '../organization/deps.ts'
import { folderBlobs } from '../store/blobs-folder.ts'
import { readMigrations } from '../store/migrate.ts'
import { migrateSqlite, openSqlite, type SqliteDatabase } from '../store/sqlite.ts'
import { runOnDisk } from './on-disk.ts'
import { runCommand } from './run-command.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

try {
  process.exitCode = await main(readConfig(process.env))
} catch (error) {
  console.error(error instanceof ConfigError ? `请更正以下环境变量：\n${error.message}` : error)
  process.exitCode = 1
}

async function main(config: Config): Promise<number> {
  const words = process.argv.slice(2)
  const at = instantOf(Date.now())
  const done = await runOnDisk({ ...config, at, print: console.log, open: openDatabase }, words)
  if (done !== undefined) return done
  const db = openDatabase(config.databasePath)
  try {
    const platform = platformOf(config)
    const deps = { blobs: folderBlobs(join(config.dataDir, 'blobs')), lookUp: lookUpOf(platform) }
    const directory = platform && { readDirectory: () => platform.listDirectory() }
    return await runCommand({ db, deps, print: console.log, ask, act, ...directory }, words)
  } finally {
    db.close()
  }
}

function openDatabase(path: string): SqliteDatabase {
  mkdirSync(dirname(path), { recursive: true })
  const db = openSqlite(path)
  migrateSqlite(db, readMigrations(MIGRATIONS))
  return db
}

function platformOf({ feishu: credentials, transport, logLevel }: Config): ChatPlatform | undefined {
  if (!credentials) return undefined
  const log = pino({ level: logLevel }, pino.destination(2))
  return feishu({ ...credentials, transport }, { fetch, now: Date.now, log })
}

/** Without a platform, as beside the sandbox, nobody is found: the roster must name the open ids. */
function lookUpOf(platform: ChatPlatform | undefined): LookUp {
  return platform ? (by) => platform.findPeople(by) : async () => []
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return ''
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}

function act(): Meta {
  const at = instantOf(Date.now())
  return {
    by: 'console',
    inNameOf: 'console',
    causes: [`console:${randomUUID()}`],
    at,
    today: localDateOf(at),
  }
}
