import { beforeEach, describe, expect, it } from 'vitest'
import { buttons } from '../../cards/kit.ts'
import { createPace, FEISHU_LIMITS } from '../../src/delivery/pace.ts'
import { createDelivery, type SweepDeps } from '../../src/delivery/sweep.ts'
import type { Meta, Notice } from '../../src/kernel/command.ts'
import { instantOf } from '../../src/kernel/time.ts'
import { silentLog } from '../../src/log.ts'
import { noMeter } from '../../src/operation/meter.ts'
import { enqueueNotice, enqueueUpdates } from '../../src/store/outbox.ts'
import { enqueueFetch } from '../../src/store/outbox-fetch.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { type FakePlatform, fakePlatform } from '../world/fake-platform.ts'
import { seedOrganization } from '../world/seed.ts'

const START = Date.parse('2026-03-02T01:00:00.000Z')
const HOUR = 3_600_000

let db: SqliteDatabase
let platform: FakePlatform
let nowMs: number
let executed: { type: string; payload: unknown; meta: Meta }[]
let deps: SweepDeps
let n = 0
const ASKING = buttons({ text: '通过', style: 'primary', action: { do: 'plan.review', with: {} } })

beforeEach(() => {
  db = freshDatabase()
  seedOrganization(db)
  platform = fakePlatform()
  nowMs = START
  executed = []
  deps = {
    db,
    platform,
    blobs: { put: async () => 'a'.repeat(64), get: async () => undefined },
    pace: createPace(FEISHU_LIMITS),
    clock: () => instantOf(nowMs),
    log: silentLog,
    meter: noMeter,
    elapsed: () => nowMs,
    random: () => 0.5,
    ids: () => `lease${++n}`,
    async wait(ms) {
      nowMs += ms
    },
    render: async (view) => ({
      kind: 'card',
      card: { title: view.name, summary: view.name, elements: [ASKING] },
    }),
    async execute(type, payload, meta) {
      executed.push({ type, payload, meta })
      return { ok: true, done: { code: 'kept-evidence' } }
    },
  }
})

const notice = (key: string, to = 'C-JX01'): Notice => ({
  to,
  view: { name: 'plan', params: {} },
  about: 'plan:2026:JX01',
  key,
})
const enqueue = (...notices: Notice[]): Promise<void> =>
  db.commit(notices.map((one) => enqueueNotice(one, instantOf(nowMs))))
const states = (): unknown => db.raw('SELECT key, state FROM outbox ORDER BY key')
const drain = (): Promise<void> => createDelivery(deps).drain()

describe('delivery', () => {
  it('sends what waits, remembers the card, and sends it once', async () => {
    await enqueue(notice('a'))
    await drain()
    await drain()
    expect(platform.sent).toHaveLength(1)
    expect(platform.sent[0]?.openId).toBe('ou_C-JX01')
    expect(db.raw('SELECT message_id, person, about FROM delivery')).toEqual([
      { message_id: 'om_1', person: 'C-JX01', about: 'plan:2026:JX01' },
    ])
  })

  it("keeps one person's messages in the order in which they were written", async () => {
    for (const key of ['c', 'a', 'b']) {
      await enqueue({ ...notice(key), view: { name: key, params: {} } })
      nowMs += 1
    }
    await drain()
    expect(platform.sent.map((one) => (one.message.kind === 'card' ? one.message.card.title : ''))).toEqual([
      'c',
      'a',
      'b',
    ])
  })

  it('loses nothing in an hour without the platform, and catches up by itself', async () => {
    await enqueue(notice('a'), notice('b', 'H-JX01'))
    platform.faults = Array.from({ length: 1000 }, () => ({ kind: 'unreachable', detail: 'down' }) as const)
    while (nowMs < START + HOUR) {
      await drain()
      nowMs += 60_000
    }
    expect(platform.sent).toHaveLength(0)
    platform.faults = []
    nowMs += 20 * 60_000
    await drain()
    expect(platform.sent).toHaveLength(2)
  })

  it('keeps silent as long as the platform asks for it, and does not count that as a try', async () => {
    await enqueue(notice('a'), notice('b', 'H-JX01'))
    platform.faults = [
      { kind: 'rate-limited', retryAfterMs: 5000, detail: '99991400' },
      { kind: 'rate-limited', retryAfterMs: 5000, detail: '99991400' },
    ]
    await drain()
    expect(db.raw('SELECT max(attempts) AS n FROM outbox')).toEqual([{ n: 0 }])
    nowMs += 10_001
    await drain()
    expect(platform.sent).toHaveLength(2)
  })

  it('parks what is refused and tells the office once a day', async () => {
    await enqueue(notice('a'), notice('b', 'H-JX01'))
    platform.faults = [
      { kind: 'recipient-gone', detail: '230013' },
      { kind: 'refused', detail: '230099' },
    ]
    await drain()
    expect(states()).toEqual([
      { key: 'send:a', state: 'parked' },
      { key: 'send:b', state: 'parked' },
      { key: 'send:parked:2026-03-02:OF1', state: 'sent' },
    ])
    expect(platform.sent.map((one) => one.openId)).toEqual(['ou_OF1'])
  })

  it('lets go of what was meant for somebody who has left, and tells nobody', async () => {
    db.exec(
      "UPDATE person SET ended_on = '2026-03-01' WHERE id = 'H-JX01'; DELETE FROM account WHERE person = 'H-JX01'",
    )
    await enqueue(notice('b', 'H-JX01'))
    await drain()
    expect(states()).toEqual([{ key: 'send:b', state: 'dropped' }])
    expect(platform.sent).toEqual([])
  })

  it('does not send twice when it is killed between delivery and settling', async () => {
    await enqueue(notice('a'))
    let alive = true
    platform.afterSend = () => {
      alive = false
    }
    deps = {
      ...deps,
      db: {
        ...db,
        commit: (statements) => (alive ? db.commit(statements) : Promise.reject(new Error('killed'))),
      },
    }
    await drain()
    expect(states()).toEqual([{ key: 'send:a', state: 'leased' }])
    platform.afterSend = () => {}
    alive = true
    nowMs += 2 * 60_000 + 1
    await drain()
    expect(platform.sent).toHaveLength(1)
    expect(states()).toEqual([{ key: 'send:a', state: 'sent' }])
  })

  it('does not wait for a drain that died with the request that began it', async () => {
    await enqueue(notice('a'))
    let alive = false
    const send: typeof platform.send = (...words) => (alive ? platform.send(...words) : new Promise(() => {}))
    const delivery = createDelivery({ ...deps, platform: { ...platform, send } })
    delivery.kick()
    await expect.poll(states).toEqual([{ key: 'send:a', state: 'leased' }])
    alive = true
    nowMs += 130_000
    await delivery.drain()
    expect(states()).toEqual([{ key: 'send:a', state: 'sent' }])
  })

  it('lets a copy of a card follow its subject, and sends a fresh one where the platform froze it', async () => {
    await enqueue(notice('a'))
    await drain()
    await db.commit([enqueueUpdates('plan:2026:JX01', '', instantOf(nowMs))])
    await drain()
    expect(platform.updated.map((one) => one.messageId)).toEqual(['om_1'])
    await db.commit([enqueueUpdates('plan:2026:JX01', '', instantOf(nowMs))])
    platform.faults = [{ kind: 'too-old', detail: '230031' }]
    await drain()
    expect(platform.sent.map((one) => one.messageId)).toEqual(['om_1', 'om_2'])
    expect(db.raw('SELECT message_id, live FROM delivery ORDER BY message_id')).toEqual([
      { message_id: 'om_1', live: 0 },
      { message_id: 'om_2', live: 1 },
    ])
  })

  it('fetches a file once the platform lets it, and hands its hash to the command', async () => {
    const fetch = {
      key: 'f1',
      messageId: 'om_x',
      file: { key: 'f1', name: 'a.png', kind: 'image' as const },
      person: 'C-JX01',
      into: { command: 'evidence.keep', with: { id: 'f1' } },
    }
    await db.commit([enqueueFetch(fetch, instantOf(nowMs))])
    platform.faults = [{ kind: 'unreachable', detail: 'reset' }]
    await drain()
    expect(executed).toEqual([])
    nowMs += 5000
    await drain()
    expect(executed).toMatchObject([
      {
        type: 'evidence.keep',
        payload: { id: 'f1', sha256: 'a'.repeat(64), size: 5 },
        meta: { by: 'C-JX01', causes: ['fetch:f1'] },
      },
    ])
  })

  it('never lets a view that cannot be made stop the others', async () => {
    deps = {
      ...deps,
      render: async (view, person) =>
        person === 'C-JX01' ? Promise.reject(new Error('defect')) : { kind: 'text', text: view.name },
    }
    await enqueue(notice('a'), notice('b', 'H-JX01'))
    await drain()
    expect(states()).toMatchObject([{ state: 'parked' }, { state: 'sent' }, { state: 'sent' }])
  })
})
