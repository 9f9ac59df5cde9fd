/** Feishu's call limits by the sandbox's clock (protocol.md 4.2, 4.3). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLimiter } from '../../src/sandbox/limits.ts'
import { card, cardMessage, chair, client, contact, head, text, world } from './world.ts'

const SEND = '/im/v1/messages?receive_id_type=open_id'

describe('the limits', () => {
  it('a sixth message to one person within a second is refused with 230020, another person is free', async () => {
    const here = world()
    const post = await client(here.campus.api)
    for (let n = 0; n < 5; n++) expect((await post('POST', SEND, text(contact.openId, `${n}`))).code).toBe(0)
    expect(await post('POST', SEND, text(contact.openId, '6'))).toMatchObject({ status: 400, code: 230020 })
    expect((await post('POST', SEND, text(head.openId, '1'))).code).toBe(0)
    await here.clock.pass(1000)
    expect((await post('POST', SEND, text(contact.openId, '6'))).code).toBe(0)
  })

  it('a sixth update of one card within a second is refused with 230020', async () => {
    const here = world()
    const post = await client(here.campus.api)
    const { data } = await post('POST', SEND, cardMessage(contact.openId, card()))
    const patch = () =>
      post('PATCH', `/im/v1/messages/${data.message_id}`, { content: JSON.stringify(card()) })
    for (let n = 0; n < 5; n++) expect((await patch()).code).toBe(0)
    expect((await patch()).code).toBe(230020)
  })

  it('the 51st call of one API within a second gets HTTP 429 with the seconds to wait', async () => {
    const here = world({ limits: { perChatPerSecond: 1000 } })
    const post = await client(here.campus.api)
    for (let n = 0; n < 50; n++) expect((await post('POST', SEND, text(chair.openId, `${n}`))).code).toBe(0)
    const refused = await post('POST', SEND, text(chair.openId, '51'))
    expect(refused).toMatchObject({ status: 429, code: 99991400 })
    expect(refused.headers.get('x-ogw-ratelimit-reset')).toBe('1')
    expect((await post('GET', '/bot/v3/info')).code).toBe(0)
  })

  it('the 1001st call of one API within a minute waits for the minute', async () => {
    const here = world({ limits: { perApiPerSecond: 1000 } })
    const post = await client(here.campus.api)
    for (let n = 0; n < 1000; n++) await post('GET', '/bot/v3/info')
    await here.clock.pass(20_000)
    const refused = await post('GET', '/bot/v3/info')
    expect([refused.code, refused.headers.get('x-ogw-ratelimit-reset')]).toEqual([99991400, '40'])
  })

  it('"none" lets everything through', async () => {
    const here = world({ limits: 'none' })
    const post = await client(here.campus.api)
    for (let n = 0; n < 200; n++)
      expect((await post('POST', SEND, text(contact.openId, `${n}`))).code).toBe(0)
  })

  it('no window of a second ever holds more than the limit, and after the wait that is named the call passes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), (gaps) => {
        let now = 0
        const limiter = createLimiter({ perChatPerSecond: 5 }, () => now)
        const accepted: number[] = []
        for (const gap of gaps) {
          now += gap
          const wait = limiter.sendTo('chat')
          now += wait
          if (wait > 0) expect(limiter.sendTo('chat')).toBe(0)
          accepted.push(now)
        }
        for (const start of accepted)
          expect(accepted.filter((time) => time >= start && time < start + 1000).length).toBeLessThanOrEqual(
            5,
          )
      }),
    )
  })
})
