/** Reading the directory takes minutes: nobody waits for it, nobody else takes it, and a stop gives it back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { PlatformError, type PlatformFault } from '../../src/chat/port.ts'
import { createPace, NO_LIMITS } from '../../src/delivery/pace.ts'
import { createDelivery, type SweepDeps } from '../../src/delivery/sweep.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { instantOf } from '../../src/kernel/time.ts'
import { silentLog } from '../../src/log.ts'
import { noMeter } from '../../src/operation/meter.ts'
import { enqueueNotice } from '../../src/store/outbox.ts'
import { enqueueDirectoryRead } from '../../src/store/outbox-fetch.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { memoryBlobs } from '../organization/world.ts'
import { freshDatabase } from '../world/database.ts'
import { type FakePlatform, fakePlatform } from '../world/fake-platform.ts'
import { seedOrganization } from '../world/seed.ts'

const START = Date.parse('2026-03-02T01:00:00.000Z')
const EMPTY = { whole: true, departments: [], people: [] }

let db: SqliteDatabase
let platform: FakePlatform
let nowMs: number
let executed: { type: string; payload: JsonObject; cause: string }[]
let deps: SweepDeps
let leases = 0

beforeEach(async () => {
  db = freshDatabase()
  seedOrganization(db)
  platform = fakePlatform()
  nowMs = START
  executed = []
  deps = {
    ...{ db, platform, blobs: memoryBlobs(), pace: createPace(NO_LIMITS), log: silentLog, meter: noMeter },
    clock: () => instantOf(nowMs),
    elapsed: () => nowMs,
    random: () => 0.5,
    ids: () => `lease${++leases}`,
    async wait(ms) {
      nowMs += ms
    },
    render: async () => ({ kind: 'text', text: '您好' }),
    async execute(type, payload, meta) {
      executed.push({ type, payload, cause: meta.causes[0] })
      return { ok: true, done: { code: 'directory-taken' } }
    },
  }
  const into = { command: 'directory.take', with: { number: 1 } }
  const read = { key: '1', person: 'OF1', about: 'directory:feishu', into } as const
  await db.commit([enqueueDirectoryRead(read, instantOf(nowMs))])
})

const row = () => db.raw("SELECT state, due_at FROM outbox WHERE key = 'fetch:directory:1'")[0]

/** A platform whose directory comes when the test says so. */
function slow() {
  const door = { open: (): void => {}, heard: async (): Promise<void> => {}, reads: 0 }
  platform.listDirectory = async (heard = async () => {}) => {
    door.reads += 1
    door.heard = heard
    await new Promise<void>((resolve) => {
      door.open = resolve
    })
    await heard()
    return EMPTY
  }
  return door
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

describe('the directory', () => {
  it('is read, kept as a blob, and handed to its command under the row’s own cause', async () => {
    await createDelivery(deps).drain()
    expect(executed).toMatchObject([
      { type: 'directory.take', cause: 'fetch:directory:1', payload: { number: 1 } },
    ])
    const bytes = await deps.blobs.get(String(executed[0]?.payload.sha256))
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(EMPTY)
    expect(row()).toMatchObject({ state: 'sent' })
  })

  it('keeps no message waiting while it is read', async () => {
    const door = slow()
    const delivery = createDelivery(deps)
    delivery.kick()
    await turns()
    await db.commit([
      enqueueNotice(
        { to: 'C-JX01', view: { name: 'a', params: {} }, about: null, key: 'a' },
        instantOf(nowMs),
      ),
    ])
    delivery.kick()
    await turns()
    expect([platform.sent.length, executed.length]).toEqual([1, 0])
    door.open()
    await delivery.drain()
    expect(executed).toHaveLength(1)
  })

  it('is read by one service, however long it takes: the lease is renewed as pages come', async () => {
    const door = slow()
    const delivery = createDelivery(deps)
    delivery.kick()
    await turns()
    const other = createDelivery(deps)
    for (let minute = 0; minute < 6; minute++) {
      nowMs += 60_000
      await door.heard()
      await other.drain()
    }
    expect(door.reads).toBe(1)
    door.open()
    await delivery.drain()
    expect(row()).toMatchObject({ state: 'sent' })
  })

  it('whose service was killed is read by the next', async () => {
    const door = slow()
    createDelivery(deps).kick()
    await turns()
    nowMs += 121_000
    platform.listDirectory = async () => EMPTY
    await createDelivery(deps).drain()
    expect([door.reads, executed.length]).toEqual([1, 1])
  })

  it('is given back when the service stops, and is due at once', async () => {
    const door = slow()
    const delivery = createDelivery(deps)
    delivery.kick()
    await turns()
    const stopping = delivery.stop()
    door.open()
    await stopping
    expect(executed).toEqual([])
    expect(row()).toEqual({ state: 'waiting', due_at: instantOf(nowMs) })
  })

  it.each<[PlatformFault, JsonObject]>([
    [
      { kind: 'credentials', detail: 'x', scopes: ['contact:contact.base:readonly'] },
      { kind: 'scopes', scopes: ['contact:contact.base:readonly'] },
    ],
    [{ kind: 'credentials', detail: 'x' }, { kind: 'credentials' }],
    [{ kind: 'unreachable', detail: 'x' }, { kind: 'unreachable' }],
    [{ kind: 'rate-limited', retryAfterMs: 3_600_000, detail: 'x' }, { kind: 'limited' }],
    [
      { kind: 'refused', detail: 'HTTP 400, code 40003, internal error' },
      { kind: 'refused', code: '40003' },
    ],
  ])('that cannot be read is told to its command at once: %j', async (fault, told) => {
    platform.listDirectory = async () => {
      throw new PlatformError(fault)
    }
    await createDelivery(deps).drain()
    expect(executed).toMatchObject([{ payload: { number: 1, fault: told } }])
    expect(row()).toMatchObject({ state: 'sent' })
  })
})
