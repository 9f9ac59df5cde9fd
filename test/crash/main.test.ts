/** The program as `npm start` runs it, without a word of Feishu in the environment: killed, and started again on the same data. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { type Started, start } from './process.ts'

const CONTACT = '/chat/ou_C-JX01'
const GREETING = /您好，药学院 联络员/g

let folder: string
let program: Started | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mubiao-main-'))
})
afterEach(async () => {
  await program?.kill()
  rmSync(folder, { recursive: true })
})

/** Starts it and answers the address of the chat page. */
async function run(): Promise<string> {
  program = await start('src/main.ts', { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' }, /沙盒已启动/)
  return /http:\S+/.exec(program.line)?.[0] ?? ''
}

const act = (page: string, path: string, body = new URLSearchParams()): Promise<Response> =>
  fetch(page + path, { method: 'POST', body, headers: { origin: page } })
const say = (page: string, text: string) => act(page, `${CONTACT}/say`, new URLSearchParams({ text }))
/** How often people wrote, by the log of the campus. */
const said = (): number =>
  readFileSync(join(folder, 'sandbox.jsonl'), 'utf8').match(/"from":"person"/g)?.length ?? 0
const greetings = async (page: string): Promise<number> =>
  (await (await fetch(page + CONTACT)).text()).match(GREETING)?.length ?? 0

it('keeps the chats, answers once what was under way, and its journal is whole', async () => {
  const first = await run()
  expect((await say(first, '帮助')).status).toBe(204)
  await expect.poll(() => greetings(first), { timeout: 10_000 }).toBeGreaterThan(0)
  const one = await greetings(first)
  const saying = say(first, '帮助').catch(() => undefined)
  await expect.poll(said, { interval: 1 }).toBe(2)
  await program?.kill()
  await saying

  const second = await run()
  expect(await greetings(second)).toBeGreaterThanOrEqual(one)
  await act(second, '/clock/1')
  await expect.poll(() => greetings(second), { timeout: 15_000 }).toBe(2 * one)
  await program?.kill()

  const db = openSqlite(join(folder, 'mubiao.sqlite'))
  expect(await journalEqualsState(db)).toContain('person')
  expect(count(db, "outbox WHERE state = 'parked'")).toBe(0)
  db.close()
}, 90_000)
