/** The end of the service: what came in is answered, what waits goes back to the others, and nothing is left open. */
import { existsSync } from 'node:fs'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instantOf } from '../../src/kernel/time.ts'
import { enqueueNotice } from '../../src/store/outbox.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { messageEvent, post, signedNow } from '../http/deliveries.ts'
import { count } from '../world/rows.ts'
import type { Started } from './process.ts'
import { installProgram, type Program } from './program.ts'

const CONTACT = 'ou_C-JX01'
const TIMEOUT = 120_000

let program: Program
beforeEach(async () => {
  program = await installProgram()
})
afterEach(() => program.stop())

interface Slow {
  readonly request: ClientRequest
  /** Sends the rest of the body. */
  finish(): void
  readonly answered: Promise<number>
}

/** A delivery whose body comes slowly; resolves when the service has begun to read it. */
async function slowly(eventId: string): Promise<Slow> {
  const { headers, body } = signedNow(program, messageEvent(CONTACT, '待办', { eventId }))
  const half = Math.floor(body.length / 2)
  const sent = request(`${program.url}/feishu/webhook`, {
    method: 'POST',
    headers: { ...Object.fromEntries(headers), 'content-length': String(Buffer.byteLength(body)) },
  })
  const answered = new Promise<number>((resolve, reject) => {
    sent.once('response', (response: IncomingMessage) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.once('error', reject)
  })
  answered.catch(() => {})
  await new Promise((resolve) => sent.write(body.slice(0, half), resolve))
  await new Promise((resolve) => setTimeout(resolve, 300))
  return { request: sent, finish: () => sent.end(body.slice(half)), answered }
}

const says = (service: Started, words: string) =>
  expect.poll(() => service.said.join('\n'), { timeout: 15_000 }).toContain(words)
const shown = () => program.campus.chat.messages(CONTACT).filter(({ from }) => from === 'bot')
const outbox = (state: string): number => program.look((db) => count(db, `outbox WHERE state = '${state}'`))

describe('SIGTERM', () => {
  it(
    'lets an answer that is under way be given, refuses what is new, closes the database, and ends with 0',
    async () => {
      const service = await program.run()
      expect((await fetch(`${program.url}/readyz`)).status).toBe(200)
      const slow = await slowly('slow')
      service.signal('SIGTERM')
      await says(service, '"ending"')
      expect((await fetch(`${program.url}/readyz`)).status).toBe(503)
      const late = signedNow(program, messageEvent(CONTACT, '待办', { eventId: 'late' }))
      expect((await post(program, late)).status).toBe(503)
      slow.finish()
      expect(await slow.answered).toBe(200)
      expect(await service.code).toBe(0)
      expect(existsSync(`${program.databasePath}-wal`)).toBe(false)
      expect(program.look((db) => count(db, "receipt WHERE cause = 'feishu:event:slow'"))).toBe(1)
      expect(program.look((db) => count(db, "receipt WHERE cause = 'feishu:event:late'"))).toBe(0)
      await program.run()
      expect((await post(program, late)).status).toBe(200)
      await expect.poll(() => shown().length, { timeout: 20_000 }).toBe(2)
    },
    TIMEOUT,
  )

  it(
    'gives back what was claimed and not sent, so that the next sends it at once, and everything once',
    async () => {
      const all = Array.from({ length: 40 }, (_, n) => `第 ${n} 条`)
      const db = openSqlite(program.databasePath)
      const notices = all.map((text, n) => ({
        to: 'C-JX01',
        view: { name: 'said', params: { text } },
        about: null,
        key: `say:${n}`,
      }))
      await db.commit(notices.map((one) => enqueueNotice(one, instantOf(Date.now()))))
      db.close()
      const first = await program.run()
      await expect.poll(() => shown().length, { timeout: 20_000, interval: 20 }).toBeGreaterThan(2)
      first.signal('SIGTERM')
      expect(await first.code).toBe(0)
      expect(shown().length).toBeLessThan(all.length)
      expect([outbox('leased'), outbox('waiting')]).toEqual([0, all.length - shown().length])
      await program.run()
      await expect.poll(() => outbox('waiting') + outbox('leased'), { timeout: 30_000 }).toBe(0)
      const texts = shown().map(({ content }) =>
        all.find((text) => content.includes(`"${text}`) || content.includes(`${text}"`)),
      )
      expect(texts.toSorted()).toEqual(all.toSorted())
    },
    TIMEOUT,
  )

  it(
    'a second one ends it at once, whatever is under way',
    async () => {
      const service = await program.run()
      await slowly('never finished')
      service.signal('SIGTERM')
      await says(service, '"ending"')
      const before = Date.now()
      service.signal('SIGTERM')
      expect(await service.code).toBe(1)
      expect(Date.now() - before).toBeLessThan(5000)
    },
    TIMEOUT,
  )
})

describe('a fault that nobody caught', () => {
  it.each(['throw', 'Promise.reject'])(
    'is told without its words, and ends the service in order with 1 (%s)',
    async (how) => {
      const armed = `process.on('SIGUSR2', () => { ${how}(new Error('no {"text":"蓝鲸"}')) })`
      const service = await program.run({
        NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(armed)}`,
      })
      service.signal('SIGUSR2')
      expect(await service.code).toBe(1)
      const told = service.said.filter((line) => line.includes('a fault that nobody caught'))
      expect(told).toHaveLength(1)
      expect(told[0]).toContain('"error":"Error: no ')
      expect(service.said.join()).not.toContain('蓝鲸')
      expect(existsSync(`${program.databasePath}-wal`)).toBe(false)
    },
    TIMEOUT,
  )
})
