/** Feishu delivers at least once: what comes again is answered as before, and done once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendOneGoal } from '../world/goals.ts'
import { type World, world } from '../world/people.ts'
import { count, rowCounts } from '../world/rows.ts'
import { messageEvent, post, signedNow, tapEvent } from './deliveries.ts'

const CONTACT = 'ou_C-JX01'

let w: World
beforeEach(async () => {
  w = await world()
})
afterEach(() => w.stop())

const heard = () => w.person('药学院 联络员').messages().length

describe('a message', () => {
  it('replayed with the same signed body is answered once', async () => {
    const delivery = signedNow(w, messageEvent(CONTACT, '帮助', { eventId: 'one' }))
    for (let time = 0; time < 3; time++) expect((await post(w, delivery)).status).toBe(200)
    await w.settled()
    expect(heard()).toBe(1)
  })

  it('under a new event id, but the same message id, is answered once', async () => {
    for (const eventId of ['one', 'two'])
      expect(
        (await post(w, signedNow(w, messageEvent(CONTACT, '帮助', { eventId, messageId: 'om_same' }))))
          .status,
      ).toBe(200)
    await w.settled()
    expect(heard()).toBe(1)
  })

  it('delivered a hundred times at once is answered once', async () => {
    const delivery = signedNow(w, messageEvent(CONTACT, '填报目标', { eventId: 'storm' }))
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(w, delivery)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    await w.settled()
    expect(heard()).toBe(1)
  })

  it('of a hundred different ones at once each is answered once', async () => {
    await Promise.all(
      Array.from({ length: 100 }, (_, number) =>
        post(
          w,
          signedNow(
            w,
            messageEvent(number % 2 === 0 ? CONTACT : 'ou_H-JX01', '帮助', { eventId: `m${number}` }),
          ),
        ),
      ),
    )
    await w.settled()
    expect(heard()).toBe(50)
    expect(w.person('药学院 负责人').messages()).toHaveLength(50)
  })
})

describe('a tap', () => {
  it('delivered again gets the same bytes, is done once and tells nobody twice', async () => {
    await sendOneGoal(w)
    const leader = w.person('分管教学副校长')
    const card = leader.lastCard()
    const value = card.buttons.find((one) => one.text === '全部通过')?.value
    const delivery = signedNow(w, tapEvent(leader.openId, card.messageId, { value }, { event_id: 'tap' }))
    const first = await post(w, delivery)
    // What the clock does on a new day is done by then.
    await w.passes(60_000)
    const rows = rowCounts(w.db)
    const chairHeard = w.person('领导小组 组长').messages().length
    await w.passes(60_000)
    const again = await Promise.all(Array.from({ length: 5 }, () => post(w, delivery)))
    await w.settled()
    expect(JSON.parse(first.body).toast.type).toBe('success')
    expect(new Set(again.map(({ body }) => body))).toEqual(new Set([first.body]))
    expect(rowCounts(w.db)).toEqual(rows)
    expect(w.person('领导小组 组长').messages()).toHaveLength(chairHeard)
  })

  it('that was refused is refused with the same bytes', async () => {
    await sendOneGoal(w)
    const card = w.person('分管教学副校长').lastCard()
    const value = card.buttons.find((one) => one.text === '全部通过')?.value
    const delivery = signedNow(w, tapEvent('ou_T-JX01', card.messageId, { value }, { event_id: 'refused' }))
    const first = await post(w, delivery)
    expect((await post(w, delivery)).body).toBe(first.body)
    expect(count(w.db, "receipt WHERE cause = 'feishu:event:refused'")).toBe(1)
  })

  it('of a form is saved once, however often the campus repeats it', async () => {
    const contact = w.person('药学院 联络员')
    w.campus.chat.misbehave({ redeliver: 3 })
    await contact.says('填报目标')
    await contact.taps('填报专项目标')
    await contact.taps('保存目标', { 目标名称: '建成教师发展中心' })
    contact.sees('目标1已保存')
    expect(count(w.db, 'goal')).toBe(1)
  })
})
