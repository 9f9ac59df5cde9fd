/** What Prometheus reads: counted by kind and outcome, bounded in number, and only for who carries the token. */
import { afterEach, describe, expect, it } from 'vitest'
import { prometheus } from '../../src/operation/prometheus.ts'
import { takeReadings } from '../../src/operation/readings.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { messageEvent, post, signedNow } from '../http/deliveries.ts'
import { draftOneGoal } from '../world/goals.ts'
import { type World, world } from '../world/people.ts'

const TOKEN = 'token-of-the-scraper-in-tests'
const MINUTE = 60_000

let w: World
afterEach(() => w.stop())

async function metered(): Promise<World> {
  const later: { db?: SqliteDatabase; now?: World['clock']['clock'] } = {}
  const host = {
    version: '1',
    disk: {
      backups: { folder: '', atHour: 3, keepDays: 14 },
      databaseBytes: async () => 4096,
      freeBytes: async () => 1e9,
      makeBackup: async () => ({
        name: 'b',
        bytes: 1,
        entries: 2,
        files: 0,
        newFiles: 0,
        milliseconds: 1500,
      }),
    },
  }
  const { meter, ...text } = prometheus(async () => {
    if (!later.db || !later.now) throw new Error('not started')
    return takeReadings(later.db, host, later.now())
  })
  w = await world({ lenient: true, operation: { host, meter, metrics: { token: TOKEN, ...text } } })
  later.db = w.db
  later.now = w.clock.clock
  return w
}

const scrape = (authorization = `Bearer ${TOKEN}`) =>
  fetch(`${w.url}/metrics`, { headers: { authorization } })
/** The value of a line, by the beginning of its name and labels. */
async function value(line: string): Promise<number> {
  const text = await (await scrape()).text()
  const found = text.split('\n').find((one) => one.startsWith(`${line} `))
  return found === undefined ? Number.NaN : Number(found.split(' ').at(-1))
}

describe('/metrics', () => {
  it('is shown to who carries the token only', async () => {
    await metered()
    expect((await scrape()).status).toBe(200)
    for (const wrong of ['', 'Bearer', 'Bearer wrong', `Basic ${TOKEN}`, `Bearer ${TOKEN}x`])
      expect((await scrape(wrong)).status, wrong).toBe(401)
  })

  it('is not there at all without a token', async () => {
    w = await world()
    expect((await scrape()).status).toBe(404)
  })

  it('counts answers, commands, deliveries and jobs, and reads depth and ages from the tables', async () => {
    await metered()
    await draftOneGoal(w)
    await w.person('药学院 负责人').taps('报送')
    const again = messageEvent('ou_C-JX01', '备份', { eventId: 'again' })
    for (let times = 0; times < 2; times++) await post(w, signedNow(w, again))
    await w.passes(3 * MINUTE)
    expect(await value('mubiao_answer_seconds_count{kind="tap",outcome="done"}')).toBeGreaterThan(1)
    expect(await value('mubiao_commands_total{command="plan.send",outcome="done"}')).toBe(1)
    expect(await value('mubiao_commands_total{command="backup.make",outcome="refused"}')).toBe(1)
    expect(await value('mubiao_commands_total{command="backup.make",outcome="repeated"}')).toBe(1)
    expect(await value('mubiao_outbox_tries_total{kind="send",outcome="sent"}')).toBeGreaterThan(2)
    expect(await value('mubiao_job_seconds_count{job="tick"}')).toBeGreaterThan(2)
    expect(await value('mubiao_job_seconds_sum{job="backup"}')).toBe(1.5)
    expect(await value('mubiao_last_backup_seconds')).toBeLessThan(180)
    expect(await value('mubiao_database_bytes')).toBe(4096)
    expect(await value('mubiao_outbox_rows{state="waiting"}')).toBe(0)
    expect(await value('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0)
  })

  it('shows what waits, since when, and why the platform does not take it', async () => {
    await metered()
    w.campus.chat.misbehave({ down: true })
    await w.person('药学院 联络员').says('待办')
    await w.passes(15 * MINUTE)
    expect(await value('mubiao_outbox_rows{state="waiting"}')).toBe(1)
    expect(await value('mubiao_outbox_oldest_seconds')).toBeGreaterThanOrEqual(0)
    expect(await value('mubiao_outbox_tries_total{kind="send",outcome="unreachable"}')).toBeGreaterThan(3)
  })

  it('has no label that people can make: neither commands nor kinds that do not exist', async () => {
    await metered()
    const before = (await (await scrape()).text()).split('\n').length
    for (let n = 0; n < 20; n++) {
      const openId = w.person('药学院 联络员').openId
      await w.campus.chat
        .tap(openId, 'om_x', { tag: 'button', value: { do: `made.up${n}`, with: {} }, form: {} })
        .catch(() => {})
      await w.person('药学院 联络员').says(`made up ${n}`)
    }
    const text = await (await scrape()).text()
    expect(text).not.toContain('made')
    expect(text.split('\n').length - before).toBeLessThan(80)
  })
})
