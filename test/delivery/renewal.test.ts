/** Cards freeze after 14 days: what waits for an act is sent anew, once, at a decent hour; nothing else is. */
import { beforeEach, describe, expect, it } from 'vitest'
import { buttons } from '../../cards/kit.ts'
import { createPace, NO_LIMITS } from '../../src/delivery/pace.ts'
import { createDelivery, renewAgeing, type SweepDeps } from '../../src/delivery/sweep.ts'
import type { Notice } from '../../src/kernel/command.ts'
import { instantOf } from '../../src/kernel/time.ts'
import { silentLog } from '../../src/log.ts'
import { noMeter } from '../../src/operation/meter.ts'
import { EXECUTION_DEFAULTS } from '../../src/policy/rules/execution-policy.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { enqueueNotice, enqueueUpdates } from '../../src/store/outbox.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { type FakePlatform, fakePlatform } from '../world/fake-platform.ts'
import { seedOrganization } from '../world/seed.ts'

/** Monday, 9:00. */
const START = Date.parse('2026-03-02T01:00:00.000Z')
const HOUR = 3_600_000
const ASKING = buttons({ text: '通过', style: 'primary', action: { do: 'plan.review', with: {} } })

let db: SqliteDatabase
let platform: FakePlatform
let nowMs: number
let deps: SweepDeps
/** Whether the cards ask for something. */
let waits: boolean
let n = 0

beforeEach(() => {
  db = freshDatabase()
  seedOrganization(db)
  platform = fakePlatform()
  nowMs = START
  waits = true
  deps = {
    db,
    platform,
    blobs: { put: async () => '', get: async () => undefined },
    pace: createPace(NO_LIMITS),
    clock: () => instantOf(nowMs),
    log: silentLog,
    meter: noMeter,
    elapsed: () => nowMs,
    random: () => 0.5,
    ids: () => `lease${++n}`,
    wait: async () => {},
    render: async (view) => ({
      kind: 'card',
      card: { title: view.name, summary: view.name, elements: waits ? [ASKING] : [] },
    }),
    execute: async () => ({ ok: true, done: { code: 'done' } }),
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
const drain = (): Promise<void> => createDelivery(deps).drain()

describe('a card that grows old', () => {
  it('renews on day 13 what the platform would freeze on day 14, each once', async () => {
    await enqueue(notice('a'))
    await drain()
    nowMs += 12 * 24 * HOUR + 1
    await renewAgeing(deps)
    await drain()
    expect(platform.sent).toHaveLength(1)
    nowMs += 48 * HOUR
    for (let again = 0; again < 2; again++) {
      await renewAgeing(deps)
      await drain()
    }
    expect(platform.sent).toHaveLength(2)
  })

  it('renews in the daytime of a working day only', async () => {
    await enqueue(notice('a'))
    await drain()
    // Sunday, 15 March, 10:00; Monday, 8:59 and 18:00; Tuesday, 9:00.
    for (const [hours, sent] of [
      [13 * 24 + 1, 1],
      [22 + 59 / 60, 1],
      [9 + 1 / 60, 1],
      [15, 2],
    ] as const) {
      nowMs += hours * HOUR
      await renewAgeing(deps)
      await drain()
      expect(platform.sent, instantOf(nowMs)).toHaveLength(sent)
    }
  })

  it('renews in the hours that the year’s policy has for digests', async () => {
    const execution = { ...EXECUTION_DEFAULTS, digestHour: 7, digestUntil: 8 }
    const policy = { ...REGULATION_DEFAULTS, execution }
    const state = { status: 'open', year: 2026, phase: 'setting', policy, notice: null, coefficients: {} }
    db.exec("INSERT INTO year (year, phase, current) VALUES (2026, 'setting', 1)")
    db.exec(
      `INSERT INTO subject (id, version, hash, state) VALUES ('year:2026', 1, '', '${JSON.stringify(state)}')`,
    )
    await enqueue(notice('a'))
    await drain()
    // Monday, 16 March, 9:00 and Tuesday, 7:30.
    for (const [hours, sent] of [
      [14 * 24, 1],
      [22.5, 2],
    ] as const) {
      nowMs += hours * HOUR
      await renewAgeing(deps)
      await drain()
      expect(platform.sent, instantOf(nowMs)).toHaveLength(sent)
    }
  })

  it('renews nothing that is decided, and of the same card twice in a chat only the newer one', async () => {
    await enqueue(notice('a'))
    await drain()
    nowMs += HOUR
    await enqueue(notice('b'), notice('c', 'H-JX01'))
    await drain()
    nowMs += 14 * 24 * HOUR
    await renewAgeing(deps)
    await drain()
    expect(platform.sent.map((one) => one.openId)).toEqual([
      ...['ou_C-JX01', 'ou_C-JX01', 'ou_H-JX01'],
      ...['ou_C-JX01', 'ou_H-JX01'],
    ])
    waits = false
    nowMs += 14 * 24 * HOUR
    await renewAgeing(deps)
    await db.commit([enqueueUpdates('plan:2026:JX01', '', instantOf(nowMs))])
    await drain()
    expect(platform.sent).toHaveLength(5)
    expect(platform.updated).toEqual([])
  })

  it('renews once, and never what answers the person’s own words', async () => {
    await enqueue(notice('a'), notice('reply:b', 'H-JX01'))
    for (const sent of [2, 3, 3]) {
      await renewAgeing(deps)
      await drain()
      expect(platform.sent).toHaveLength(sent)
      nowMs += 14 * 24 * HOUR
    }
    expect(db.raw('SELECT count(*) AS live FROM delivery WHERE live = 1')).toEqual([{ live: 0 }])
  })

  it('does not send anew a frozen card on which nothing waits', async () => {
    await enqueue(notice('a'))
    await drain()
    waits = false
    await db.commit([enqueueUpdates('plan:2026:JX01', '', instantOf(nowMs))])
    platform.faults = [{ kind: 'too-old', detail: '230031' }]
    await drain()
    expect(platform.sent).toHaveLength(1)
    expect(db.raw('SELECT live FROM delivery')).toEqual([{ live: 0 }])
  })
})
