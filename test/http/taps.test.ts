/** Taps over the real wire: by those without the right, on old cards, with anything in them, and more than once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendOneGoal } from '../world/goals.ts'
import { type Shown, type World, world } from '../world/people.ts'
import { count, rowCounts } from '../world/rows.ts'
import { post, signedNow, tapEvent } from './deliveries.ts'

let w: World
beforeEach(async () => {
  w = await world()
})
afterEach(() => w.stop())

const leader = () => w.person('分管教学副校长')
const journal = () => count(w.db, 'journal')

function buttonOf(card: Shown, text: string) {
  const button = card.buttons.find((one) => one.text === text)
  if (!button) throw new Error(`no ${text} on ${card.text}`)
  return button
}

/** The tap that the client sends when this person taps a card that they somehow have. */
const forwarded = (openId: string, card: Shown, text: string, eventId: string) =>
  signedNow(w, tapEvent(openId, card.messageId, { value: buttonOf(card, text).value }, { event_id: eventId }))

describe('a tap by someone without the right', () => {
  it('on a forwarded card is refused with a sentence, and changes nothing', async () => {
    await sendOneGoal(w)
    const card = leader().lastCard()
    const before = journal()
    for (const who of ['药学院 教师', '药学院 联络员', '分管行政副校长', '办公室 工作人员']) {
      const answer = await post(w, forwarded(w.person(who).openId, card, '全部通过', `by ${who}`))
      expect(answer.status).toBe(200)
      expect(JSON.parse(answer.body).toast).toMatchObject({
        type: 'warning',
        content: expect.stringMatching(/[\u4e00-\u9fff]/),
      })
    }
    await w.settled()
    expect(journal()).toBe(before)
    expect(leader().lastCard()).toEqual(card)
  })

  it('by a stranger to the organization is told whom to ask', async () => {
    await sendOneGoal(w)
    const answer = await post(w, forwarded('ou_stranger', leader().lastCard(), '全部通过', 'stranger'))
    expect(JSON.parse(answer.body).toast.content).toContain('办公室')
    expect(count(w.db, "plan WHERE status = 'in-review'")).toBe(1)
  })
})

describe('a tap on an old card', () => {
  it('of a plan decided meanwhile says who decided and when, and shows the present card', async () => {
    await sendOneGoal(w)
    const old = leader().lastCard()
    await leader().taps('全部通过')
    const before = journal()
    await leader().tapsOld(old, '全部通过')
    leader().sees('分管教学副校长', '3月2日 10:00')
    expect(journal()).toBe(before)
    expect(leader().lastCard().buttons).toEqual([])
  })

  it('of two at once only one decides', async () => {
    await sendOneGoal(w)
    const card = leader().lastCard()
    const answers = await Promise.all(
      ['first', 'second'].map((id) => post(w, forwarded(leader().openId, card, '全部通过', id))),
    )
    const tones = answers.map(({ body }) => JSON.parse(body).toast.type)
    expect(tones.sort()).toEqual(['success', 'warning'])
    expect(count(w.db, "journal WHERE type = 'plan.reviewed' OR type LIKE '%passed'")).toBe(1)
  })
})

describe('a tap that no present card makes', () => {
  const values: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['a string', 'approve'],
    ['JSON in a string', '{"do":"plan.review"}'],
    ['an unknown command', { do: 'plan.steal', with: {} }],
    ['an unknown view', { show: 'passwords', with: {} }],
    ['an unknown form', { submit: 'passwords', with: {} }],
    ['two wishes at once', { do: 'plan.send', show: 'help', with: {} }],
    ['params of the wrong shape', { do: 'plan.send', with: { year: '2026; DROP TABLE journal' } }],
    ['a view with params of the wrong shape', { show: 'form', with: { form: 7 } }],
    ['the prototype of all objects', JSON.parse('{"do":"plan.send","with":{"__proto__":{"year":2026}}}')],
    ['a command of the clock', { do: 'evidence.keep', with: {} }],
  ]
  it.each(values)(
    'carrying %s is answered with a sentence and leaves nothing but a receipt',
    async (what, value) => {
      const { receipt: _, ...before } = rowCounts(w.db)
      const tap = tapEvent('ou_C-JX01', 'om_unknown', { value }, { event_id: `odd ${what}` })
      const answer = await post(w, signedNow(w, tap))
      expect(answer.status).toBe(200)
      expect(JSON.parse(answer.body).toast).toMatchObject({
        type: 'warning',
        content: expect.stringMatching(/[\u4e00-\u9fff]/),
      })
      await w.settled()
      const { receipt: __, ...after } = rowCounts(w.db)
      expect(after).toEqual(before)
    },
  )
})
