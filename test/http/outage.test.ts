/** Feishu down, limiting, refusing for an hour of the clock: nothing lost, nothing twice, and the office is told. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Faults } from '../../src/sandbox/model.ts'
import { draftOneGoal, sendOneGoal } from '../world/goals.ts'
import { type World, world } from '../world/people.ts'
import { count } from '../world/rows.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

let w: World
afterEach(() => w.stop())

/** How many messages the bot's people have, and how many the outbox says it sent: alike when nothing is lost or twice. */
function sentAndArrived(): { readonly sent: number; readonly arrived: number } {
  const people = w.campus.chat.people()
  const arrived = people
    .flatMap(({ openId }) => w.campus.chat.messages(openId))
    .filter(({ from }) => from === 'bot')
  return { sent: count(w.db, "outbox WHERE kind = 'send' AND state = 'sent'"), arrived: arrived.length }
}

const OUTAGES: readonly (readonly [what: string, faults: Faults])[] = [
  ['down', { down: true }],
  ['limiting', { failWith: { status: 400, code: 99991400 } }],
  ['broken inside', { failWith: { status: 500, code: 2200 } }],
  ['refusing the credentials', { failWith: { status: 400, code: 10014 } }],
  ['refusing every token', { failWith: { status: 401, code: 99991663 } }],
]

describe('while Feishu is out for an hour', () => {
  it.each(OUTAGES)('%s: what was said and decided meanwhile arrives afterwards, once', async (_, faults) => {
    w = await world()
    await draftOneGoal(w)
    const head = w.person('药学院 负责人')
    const leader = w.person('分管教学副校长')
    w.campus.chat.misbehave(faults)
    await head.taps('报送')
    expect(head.toast).toContain('已报送')
    await w.person('药学院 联络员').says('我的目标')
    await w.passes(HOUR)
    expect(leader.messages()).toEqual([])
    w.campus.chat.misbehave({})
    await w.passes(20 * MINUTE)
    expect(leader.messages()).toHaveLength(1)
    leader.sees('建成教师发展中心')
    w.person('药学院 联络员').shown('药学院 2026年度目标')
    expect(count(w.db, "outbox WHERE state <> 'sent'")).toBe(0)
    const { sent, arrived } = sentAndArrived()
    expect(arrived).toBe(sent)
  })

  it('down after it took a message, but before it said so: the retry is the same message', async () => {
    let cut = 3
    const cutting = async (url: string, init: RequestInit): Promise<Response> => {
      const response = await fetch(url, init)
      if (url.includes('/im/v1/messages') && init.method === 'POST' && cut-- > 0)
        throw new TypeError('fetch failed')
      return response
    }
    w = await world({ fetch: cutting })
    await w.person('药学院 联络员').says('帮助')
    await w.passes(5 * MINUTE)
    expect(w.person('药学院 联络员').messages()).toHaveLength(1)
    expect(count(w.db, "outbox WHERE state = 'sent'")).toBe(1)
  })
})

describe('what a person says while the service itself cannot answer', () => {
  it('is delivered again by Feishu, and then answered once', async () => {
    let broken = true
    w = await world({
      lenient: true,
      aroundDatabase: (db) => ({
        ...db,
        commit: (statements) => (broken ? Promise.reject(new Error('disk full')) : db.commit(statements)),
      }),
    })
    const contact = w.person('药学院 联络员')
    await contact.says('帮助')
    expect(contact.messages()).toEqual([])
    broken = false
    await w.passes(MINUTE)
    expect(contact.messages()).toHaveLength(1)
  })
})

describe('a platform with tight limits', () => {
  it('gets everything in the end, in order and once', async () => {
    w = await world({ platformLimits: { perChatPerSecond: 1, perApiPerSecond: 3, perApiPerMinute: 60 } })
    await Promise.all(
      ['帮助', '待办', '我的目标', '填报目标', '帮助'].map((text) => w.person('药学院 联络员').says(text)),
    )
    await w.passes(5 * MINUTE)
    expect(w.person('药学院 联络员').messages()).toHaveLength(5)
    expect(count(w.db, "outbox WHERE state <> 'sent'")).toBe(0)
  })
})

describe('a message that can never arrive', () => {
  it('is parked; the office is told whose it is and why, and may send it again', async () => {
    w = await world({ lenient: true, unavailable: ['ou_LD1'] })
    await sendOneGoal(w)
    const office = w.person('办公室 工作人员')
    office.sees('有消息未能送达', '分管教学副校长', '不在应用可用范围内', '230013')
    expect(count(w.db, "outbox WHERE state = 'parked' AND person = 'LD1'")).toBe(1)
    await office.taps('全部重发')
    expect(count(w.db, "outbox WHERE state = 'parked' AND person = 'LD1'")).toBe(1)
  })

  it('because Feishu refuses everything for an hour: afterwards the office is told, and on its word all arrives once', async () => {
    w = await world({ lenient: true })
    await draftOneGoal(w)
    w.campus.chat.misbehave({ failWith: { status: 400, code: 230001 } })
    await w.person('药学院 负责人').taps('报送')
    await w.passes(HOUR)
    w.campus.chat.misbehave({})
    await w.passes(20 * MINUTE)
    const office = w.person('办公室 工作人员')
    office.sees('有消息未能送达')
    await office.taps('全部重发')
    w.person('分管教学副校长').sees('建成教师发展中心')
    expect(count(w.db, "outbox WHERE state <> 'sent'")).toBe(0)
    const { sent, arrived } = sentAndArrived()
    expect(arrived).toBe(sent)
  })
})
