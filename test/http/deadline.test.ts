/** Feishu waits 3 s for an answer: nothing that is slow on the way out, or in the database, may cost them. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { draftOneGoal } from '../world/goals.ts'
import { type World, world } from '../world/people.ts'
import { count } from '../world/rows.ts'
import { messageEvent, post, signedNow, tapEvent } from './deliveries.ts'

let w: World
afterEach(() => w.stop())

async function timed<T>(deed: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const start = performance.now()
  const result = await deed()
  return { result, ms: performance.now() - start }
}

/** The head's tap on 报送, as a delivery. */
function sending() {
  const head = w.person('药学院 负责人')
  const { messageId, buttons } = head.lastCard()
  const value = buttons.find(({ text }) => text === '报送')?.value
  return signedNow(w, tapEvent(head.openId, messageId, { value }, { event_id: 'sending' }))
}

describe('an answer comes well inside 3 s', () => {
  it.each([
    ['is down', { down: true }],
    ['takes 5 s for each call', { delayMs: 5000 }],
  ])('while Feishu %s', async (_, faults) => {
    w = await world({ lenient: true })
    await draftOneGoal(w)
    w.campus.chat.misbehave(faults)
    const tapped = await timed(() => post(w, sending()))
    expect(JSON.parse(tapped.result.body).toast.content).toContain('已报送')
    expect(tapped.ms).toBeLessThan(1500)
    const heard = await timed(() =>
      post(w, signedNow(w, messageEvent('ou_C-JX01', '待办', { eventId: 'm' }))),
    )
    expect(heard.result.status).toBe(200)
    expect(heard.ms).toBeLessThan(1500)
    w.campus.chat.misbehave({})
  })

  it('with a hundred taps at once', async () => {
    w = await world()
    const tap = (id: number) =>
      signedNow(
        w,
        tapEvent('ou_C-JX01', 'om_any', { value: { show: 'help', with: {} } }, { event_id: `t${id}` }),
      )
    const { result, ms } = await timed(() =>
      Promise.all(Array.from({ length: 100 }, (_, id) => post(w, tap(id)))),
    )
    expect(new Set(result.map(({ status }) => status))).toEqual(new Set([200]))
    expect(ms).toBeLessThan(3000)
  })
})

describe('a decision that takes longer', () => {
  it('is answered as under way, decided once, and then shown on the card', async () => {
    let slow = false
    const delayed = (db: Database): Database => ({
      ...db,
      async commit(statements) {
        if (slow) await new Promise((resolve) => setTimeout(resolve, 2800))
        slow = false
        return db.commit(statements)
      },
    })
    w = await world({ aroundDatabase: delayed })
    await draftOneGoal(w)
    const tap = sending()
    slow = true
    const { result, ms } = await timed(() => post(w, tap))
    expect(ms).toBeLessThan(3000)
    expect(JSON.parse(result.body)).toEqual({
      toast: { type: 'info', content: expect.stringContaining('正在处理') },
    })
    await expect.poll(() => count(w.db, "journal WHERE type = 'part.sent'")).toBe(1)
    await expect
      .poll(() => count(w.db, "outbox WHERE kind = 'update' AND state = 'sent' AND person = 'H-JX01'"))
      .toBe(1)
    await w.settled()
    w.person('药学院 负责人').sees('已报送')
    expect((await post(w, tap)).body).toContain('已报送')
    expect(count(w.db, "journal WHERE type = 'part.sent'")).toBe(1)
  })
})
