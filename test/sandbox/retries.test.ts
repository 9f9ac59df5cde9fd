/** Events come again until they are acknowledged; taps never (protocol.md 1.7). */
import { AESCipher } from '@larksuiteoapi/node-sdk'
import { describe, expect, it } from 'vitest'
import { app, card, cardMessage, client, contact, settled, type World, world } from './world.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

function eventIds(here: World): string[] {
  return here.webhook.received.map(
    ({ body }) => JSON.parse(new AESCipher(app.encryptKey).decrypt(JSON.parse(body).encrypt)).header.event_id,
  )
}

describe('an event that is not acknowledged', () => {
  it('comes again after 15 s, 5 min, 1 h and 6 h with the same id, then no more', async () => {
    const here = world()
    here.webhook.answer = () => new Response('no', { status: 500 })
    await here.campus.chat.say(contact.openId, '你好')
    const counts: number[] = [here.webhook.received.length]
    for (const wait of [15 * SECOND - 1, 1, 5 * MINUTE - 1, 1, HOUR - 1, 1, 6 * HOUR - 1, 1, 100 * HOUR]) {
      await here.clock.pass(wait)
      await settled()
      counts.push(here.webhook.received.length)
    }
    expect(counts).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    expect(new Set(eventIds(here)).size).toBe(1)
    expect(here.logged.at(-1)).toContain('given up')
  })

  it('is acknowledged only by 200: a redirect or a 204 is a failure', async () => {
    for (const status of [204, 302, 404]) {
      const here = world()
      here.webhook.answer = () => new Response(null, { status })
      await here.campus.chat.say(contact.openId, '你好')
      here.webhook.answer = () => Response.json({})
      await here.clock.pass(15 * SECOND)
      expect(here.webhook.received).toHaveLength(2)
      await here.clock.pass(10 * HOUR)
      expect(here.webhook.received).toHaveLength(2)
    }
  })

  it('counts as failed when no answer came within 3 s', async () => {
    const here = world()
    here.webhook.answer = () => new Promise<Response>(() => {})
    const said = here.campus.chat.say(contact.openId, '你好')
    await settled()
    await here.clock.pass(3 * SECOND - 1)
    expect(here.logged).toEqual([])
    await here.clock.pass(1)
    await said
    expect(here.logged[0]).toContain('timeout')
    here.webhook.answer = () => Response.json({})
    await here.clock.pass(15 * SECOND)
    expect(here.webhook.received).toHaveLength(2)
  })

  it('comes again when the clock is moved past its time', async () => {
    const here = world()
    here.webhook.answer = () => new Response('no', { status: 503 })
    await here.campus.chat.say(contact.openId, '你好')
    here.webhook.answer = () => Response.json({})
    here.campus.chat.moveClock(1)
    await settled()
    expect(here.webhook.received).toHaveLength(2)
  })

  it('is not sent a second time while an attempt is under way', async () => {
    const here = world()
    here.webhook.answer = () => new Response('no', { status: 503 })
    await here.campus.chat.say(contact.openId, '你好')
    here.webhook.answer = () => new Promise<Response>(() => {})
    here.campus.chat.moveClock(1)
    await settled()
    here.campus.chat.moveClock(1)
    await settled()
    expect(here.webhook.received).toHaveLength(2)
  })

  it('comes again when nobody listens, and is kept while the person goes on writing', async () => {
    const here = world()
    here.webhook.answer = () =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }))
    await here.campus.chat.say(contact.openId, '一')
    await here.campus.chat.say(contact.openId, '二')
    here.webhook.answer = () => Response.json({})
    await here.clock.pass(15 * SECOND)
    expect(new Set(eventIds(here)).size).toBe(2)
    expect(here.webhook.received).toHaveLength(4)
  })
})

describe('the fault "redeliver"', () => {
  it('sends the same event and the same tap again', async () => {
    const here = world()
    here.campus.chat.misbehave({ redeliver: 2 })
    await here.campus.chat.say(contact.openId, '你好')
    expect(eventIds(here)).toHaveLength(3)
    const post = await client(here.campus.api)
    const sent = await post(
      'POST',
      '/im/v1/messages?receive_id_type=open_id',
      cardMessage(contact.openId, card()),
    )
    await here.campus.chat.tap(contact.openId, String(sent.data.message_id), { tag: 'button' })
    expect(eventIds(here)).toHaveLength(6)
    expect(new Set(eventIds(here)).size).toBe(2)
  })
})

describe('the check of the request URL', () => {
  it('passes when the same challenge comes back, without a signature', async () => {
    const here = world()
    here.webhook.answer = ({ body }) => {
      const { challenge } = JSON.parse(new AESCipher(app.encryptKey).decrypt(JSON.parse(body).encrypt))
      return Response.json({ challenge })
    }
    expect(await here.campus.verifyUrl()).toEqual({ ok: true })
    expect(here.webhook.received[0]?.headers.get('x-lark-signature')).toBeNull()
  })

  it('fails when another challenge comes back, or none within 1 s', async () => {
    const here = world()
    here.webhook.answer = () => Response.json({ challenge: 'another' })
    expect(await here.campus.verifyUrl()).toMatchObject({ ok: false })
    here.webhook.answer = () => new Promise<Response>(() => {})
    const verdict = here.campus.verifyUrl()
    await settled()
    await here.clock.pass(SECOND)
    expect(await verdict).toEqual({ ok: false, reason: 'timeout' })
  })
})
