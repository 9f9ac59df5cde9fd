/** The service over the long connection: no public address, no webhook keys, and the same answers. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { post, signedNow, tapEvent } from '../../http/deliveries.ts'
import { sendOneGoal } from '../../world/goals.ts'
import { type World, world } from '../../world/people.ts'
import { count } from '../../world/rows.ts'
import type { ServiceOptions } from '../../world/service.ts'
import { connected } from '../../world/transport.ts'

let w: World
afterEach(() => w.stop())

const start = async (options: ServiceOptions & { readonly lenient?: boolean } = {}): Promise<void> => {
  w = await world({ ...options, transport: 'long-connection' })
}
const leader = () => w.person('分管教学副校长')
const readiness = async () => (await w.app.http.request('/readyz')).json()
const passed = () => count(w.db, "journal WHERE type = 'plan.reviewed' OR type LIKE '%passed'")

describe('a service over the long connection', () => {
  it('hears, answers a tap with toast and new card, and keeps what was decided', async () => {
    await start()
    await sendOneGoal(w)
    await leader().taps('全部通过')
    expect(leader().toast).not.toBe('')
    expect(leader().lastCard().buttons).toEqual([])
    expect(passed()).toBe(1)
    expect(await readiness()).toEqual({ status: 'ready' })
  })

  it('does once what is delivered three times', async () => {
    await start()
    w.campus.chat.misbehave({ redeliver: 2 })
    await sendOneGoal(w)
    await leader().taps('全部通过')
    expect(passed()).toBe(1)
    expect(count(w.db, 'goal')).toBe(1)
  })

  it('comes back after a cut, and does once what was decided but not acknowledged', async () => {
    const held: { wait?: Promise<void> } = {}
    await start({
      lenient: true,
      aroundDatabase: (db) => ({
        ...db,
        async commit(statements) {
          await held.wait
          return await db.commit(statements)
        },
      }),
    })
    const contact = w.person('药学院 联络员')
    const gate: { open: () => void } = { open() {} }
    held.wait = new Promise((resolve) => {
      gate.open = resolve
    })
    const said = w.campus.chat.say(contact.openId, '填报目标')
    await new Promise((resolve) => setTimeout(resolve, 100))
    w.campus.chat.misbehave({ down: true })
    await said
    gate.open()
    w.campus.chat.misbehave({})
    await connected(w.campus)
    await w.passes(15_000)
    await vi.waitFor(async () => {
      await w.settled()
      expect(contact.messages()).toHaveLength(1)
    })
    await w.passes(400_000)
    expect(w.complaints.filter((line) => line.startsWith('event'))).toEqual([
      expect.stringContaining('unreachable; again in 15 s'),
    ])
    expect(contact.messages()).toHaveLength(1)
    await contact.says('帮助')
    expect(contact.messages()).toHaveLength(2)
  })

  it('has its webhook shut: without a key nobody could tell who posts to it', async () => {
    await start()
    const tap = tapEvent('ou_C-JX01', 'om_any', { value: {} }, { event_id: 'forged' })
    for (const key of [undefined, '']) expect((await post(w, signedNow(w, tap, key))).status).toBe(401)
    expect(count(w.db, "receipt WHERE cause LIKE '%forged%'")).toBe(0)
  })

  it('says so in /readyz once it has been without a connection for 30 s', async () => {
    await start({ lenient: true })
    w.campus.chat.misbehave({ down: true })
    await vi.waitFor(() => expect(w.campus.longConnections()).toBe(0))
    const names = async () => ((await readiness()).reasons ?? []).join('\n')
    expect(await names()).not.toContain('long connection')
    w.clock.reach(w.clock.now() + 31_000)
    expect(await names()).toContain('long connection: no connection since')
    w.campus.chat.misbehave({})
    await connected(w.campus)
    await vi.waitFor(async () => expect(await readiness()).toEqual({ status: 'ready' }))
  })
})
