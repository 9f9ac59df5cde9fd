import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeishuConfig } from '../../../../src/chat/feishu/config.ts'
import { MAX_BODY_BYTES, receiver } from '../../../../src/chat/feishu/inbound/receive.ts'
import { ForgedRequestError, type Inbound } from '../../../../src/chat/port.ts'
import { CONFIG, type Delivery, deliver, encrypt, eventOf, NOW, sign, tap, textMessage } from '../wire.ts'

const logged: string[] = []
function receive(delivery: Delivery, config: FeishuConfig = CONFIG, now = NOW): Inbound {
  const log = { warn: (_fields: object, text: string) => void logged.push(text) }
  return receiver(config, { now: () => now, log })(delivery.headers, delivery.body)
}

function statusOf(delivery: Delivery, config: FeishuConfig = CONFIG, now = NOW): number {
  try {
    receive(delivery, config, now)
  } catch (error) {
    if (error instanceof ForgedRequestError) return error.status
    throw error
  }
  return 200
}

const message = eventOf('im.message.receive_v1', textMessage('填报目标'))
const tapped = eventOf('card.action.trigger', tap({ value: { say: '帮助' }, tag: 'button' }))
const SECONDS = NOW / 1000

describe('a request that Feishu made', () => {
  test('is taken when signature, encryption, token and app are right', () => {
    expect(receive(deliver(message))).toMatchObject({ kind: 'message', text: '填报目标' })
  })

  test('is taken from the configured tenant', () => {
    expect(statusOf(deliver(message), { ...CONFIG, tenantKey: 'tenant-1' })).toBe(200)
  })

  test('to verify the URL needs the token and no signature', () => {
    const { body } = deliver({ type: 'url_verification', challenge: 'c-1', token: CONFIG.verificationToken })
    expect(receive({ headers: new Headers(), body })).toEqual({ kind: 'challenge', challenge: 'c-1' })
    expect(receive({ headers: sign(body), body })).toEqual({ kind: 'challenge', challenge: 'c-1' })
  })
})

describe('a request is refused', () => {
  const { body, headers } = deliver(message)
  const challenge = { type: 'url_verification', challenge: 'c-1', token: CONFIG.verificationToken }
  const altered = `${body.slice(0, 60)}${body[60] === 'A' ? 'B' : 'A'}${body.slice(61)}`
  const plain = JSON.stringify(message)
  const cut = body.slice(0, -30)
  const shortened = JSON.stringify({ encrypt: JSON.parse(body).encrypt.slice(0, 40) })

  test.each<[string, number, Delivery]>([
    ['without headers', 401, { headers: new Headers(), body }],
    ['altered after signing', 401, { headers, body: altered }],
    ['with a body written anew', 401, { headers, body: body.replace(':', ': ') }],
    ['signed with another key', 401, { headers: sign(body, { encryptKey: 'another' }), body }],
    ['signed with an empty key', 401, { headers: sign(body, { encryptKey: '' }), body }],
    ['encrypted with another key', 400, wronglyEncrypted()],
    ['cut on the way', 401, { headers, body: cut }],
    ['cut before signing', 400, { headers: sign(cut), body: cut }],
    ['with a ciphertext cut before signing', 400, { headers: sign(shortened), body: shortened }],
    ['not encrypted, though signed', 401, { headers: sign(plain), body: plain }],
    ['empty', 400, { headers: sign(''), body: '' }],
    ['that is no object', 400, { headers: sign('[]'), body: '[]' }],
    ['larger than a megabyte', 413, { headers, body: 'x'.repeat(MAX_BODY_BYTES + 1) }],
    ['with a wrong token', 401, deliver(eventOf('x', {}, { token: 'another' }))],
    ['without a token', 401, deliver(eventOf('x', {}, { token: '' }))],
    ['of another app', 401, deliver(eventOf('x', {}, { app_id: 'cli_fedcba9876543210' }))],
    ['to verify the URL with a wrong token', 401, deliver({ ...challenge, token: 'another' })],
    ['to verify the URL with a wrong signature', 401, { ...deliver(challenge), headers }],
    ['to verify the URL in the clear', 401, { headers: new Headers(), body: JSON.stringify(challenge) }],
    [
      'that is an event and calls itself a verification',
      401,
      { ...deliver({ ...asEvent(), ...challenge }), headers: new Headers() },
    ],
    ['by the retired card callback, which is never encrypted', 401, oldCard()],
  ])('%s', (_what, status, delivery) => {
    expect(statusOf(delivery)).toBe(status)
  })

  test('of another tenant, where one is configured', () => {
    expect(statusOf(deliver(message), { ...CONFIG, tenantKey: 'tenant-2' })).toBe(401)
  })

  function wronglyEncrypted(): Delivery {
    const text = JSON.stringify({ encrypt: encrypt(plain, 'another') })
    return { headers: sign(text), body: text }
  }

  function oldCard(): Delivery {
    const text = JSON.stringify({ open_id: 'ou_1', open_message_id: 'om_1', token: 'c-1', action: {} })
    return { headers: sign(text), body: text }
  }

  function asEvent(): object {
    return typeof message === 'object' && message !== null ? message : {}
  }
})

describe('age', () => {
  test.each([
    ['a tap of five minutes ago is taken', 300, 200],
    ['a tap of six minutes ago is refused, as taps are never sent again', 360, 401],
    ['a tap from six minutes ahead is refused', -360, 401],
  ])('%s', (_what, age, status) => {
    expect(statusOf(deliver(tapped, { timestamp: String(SECONDS - age) }))).toBe(status)
  })

  test('a tap whose time is no time is refused', () => {
    expect(statusOf(deliver(tapped, { timestamp: 'yesterday' }))).toBe(401)
  })

  test('an event of seven hours ago is taken, as events are sent again for that long', () => {
    logged.length = 0
    expect(statusOf(deliver(message, { timestamp: String(SECONDS - 7 * 3600) }))).toBe(200)
    expect(logged).toEqual([])
  })

  test('an event of a day ago is taken and logged: its id tells whether it was handled', () => {
    logged.length = 0
    expect(statusOf(deliver(message, { timestamp: String(SECONDS - 86_400) }))).toBe(200)
    expect(logged).toHaveLength(1)
  })

  test('the limits can be set', () => {
    const config = { ...CONFIG, freshness: { tapMs: 10_000, eventMs: 10_000 } }
    expect(statusOf(deliver(tapped, { timestamp: String(SECONDS - 11) }), config)).toBe(401)
  })

  test('a tap that is replayed in time comes in under the same cause, so that it is done once', () => {
    const first = receive(deliver(tapped))
    expect(receive(deliver(tapped))).toEqual(first)
    expect(first).toMatchObject({ causes: ['feishu:event:event-1'] })
  })
})

test('whatever a signed delivery holds, it is parsed or refused, never an accident', () => {
  const header = { token: CONFIG.verificationToken, app_id: CONFIG.appId, event_id: 'e', tenant_key: 't' }
  const types = ['im.message.receive_v1', 'card.action.trigger', 'application.bot.menu_v6', 'other']
  const events = fc.record({
    schema: fc.constant('2.0'),
    header: fc.record({ event_type: fc.constantFrom(...types), ...mapConstant(header) }),
    event: fc.oneof(fc.jsonValue(), strangeEvent()),
  })
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), events), (payload) => {
      expect([200, 400, 401]).toContain(statusOf(deliver(payload)))
    }),
    { numRuns: 500 },
  )
})

function strangeEvent(): fc.Arbitrary<unknown> {
  const any = fc.jsonValue()
  const id = fc.oneof(fc.constant({ open_id: 'ou_1' }), any)
  const content = fc.oneof(
    any,
    fc.jsonValue().map((value) => JSON.stringify(value)),
  )
  const type = fc.oneof(fc.constantFrom('text', 'post', 'image', 'file', 'sticker'), any)
  return fc.record({
    operator: fc.oneof(id, fc.record({ operator_id: id })),
    sender: fc.record({ sender_id: id }),
    message: fc.record({ message_id: fc.constant('om_1'), message_type: type, content, mentions: any }),
    action: fc.record({ value: any, form_value: any, name: any, option: any }),
    context: fc.record({ open_message_id: fc.constant('om_1') }),
  })
}

function mapConstant(values: Record<string, string>): Record<string, fc.Arbitrary<string>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fc.constant(value)]))
}
