/** What is not from Feishu, or not for us, gets its status, leaves no row in any table and sends nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONFIG, type Delivery, deliver, encrypt, eventOf, sign } from '../chat/feishu/wire.ts'
import { rowCounts } from '../world/rows.ts'
import { type Service, startService } from '../world/service.ts'
import { messageEvent, post, seconds, signedNow, tapEvent } from './deliveries.ts'

const CONTACT = 'ou_C-JX01'
const MEGABYTE = 1024 * 1024

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const hello = (header: Record<string, string> = {}): unknown => ({
  ...Object(messageEvent(CONTACT, '帮助', { eventId: 'hostile' })),
  header: { ...Object(eventOf('im.message.receive_v1', {}, { event_id: 'hostile', ...header })).header },
})
const signedText = (body: string): Delivery => ({
  headers: sign(body, { timestamp: seconds(service) }),
  body,
})

/** Runs the deed; afterwards every table must have the rows that it had, and nobody must have got a message. */
async function withoutTrace<T>(deed: () => Promise<T>): Promise<T> {
  const rows = rowCounts(service.db)
  const result = await deed()
  await service.settled()
  expect(rowCounts(service.db)).toEqual(rows)
  expect(service.campus.chat.messages(CONTACT)).toEqual([])
  return result
}

describe('a request that is not from Feishu', () => {
  const cases: readonly (readonly [what: string, status: number, make: () => Delivery])[] = [
    [
      'forged: signed with another key',
      401,
      () => ({ ...signedNow(service, hello()), headers: sign('', { timestamp: seconds(service) }) }),
    ],
    [
      'wrongly keyed: encrypted and signed with another key',
      401,
      () => signedNow(service, hello(), 'another key'),
    ],
    [
      'wrongly keyed: encrypted with another key',
      400,
      () => signedText(JSON.stringify({ encrypt: encrypt(JSON.stringify(hello()), 'another key') })),
    ],
    ['without a signature', 401, () => ({ ...signedNow(service, hello()), headers: new Headers() })],
    ['altered in one character', 401, () => altered(signedNow(service, hello()))],
    ['truncated', 401, () => truncated(signedNow(service, hello()))],
    ['truncated and signed', 400, () => signedText(truncated(signedNow(service, hello())).body)],
    ['unencrypted', 401, () => signedText(JSON.stringify(hello()))],
    ['with the wrong verification token', 401, () => signedNow(service, hello({ token: 'wrong' }))],
    ['of another app', 401, () => signedNow(service, hello({ app_id: 'cli_another' }))],
    ['of another tenant', 401, () => signedNow(service, hello({ tenant_key: 'another' }))],
    [
      'a tap of another app',
      401,
      () =>
        signedNow(
          service,
          tapEvent(CONTACT, 'om_1', { value: {} }, { event_id: 'x', app_id: 'cli_another' }),
        ),
    ],
    [
      'a tap replayed after an hour',
      401,
      () =>
        deliver(tapEvent(CONTACT, 'om_1', { value: {} }, { event_id: 'x' }), {
          timestamp: String(Number(seconds(service)) - 3600),
        }),
    ],
    ['empty', 400, () => signedText('')],
    ['garbage', 400, () => signedText('\u0000\ufffd<xml>{"a":')],
    ['an array', 400, () => signedText('[]')],
    ['encrypted garbage', 400, () => signedText(JSON.stringify({ encrypt: 'AAAA' }))],
    ['encrypted text that is no JSON', 400, () => signedText(JSON.stringify({ encrypt: encrypt('hello') }))],
    ['encrypted JSON of no shape that Feishu has', 400, () => signedNow(service, { hello: 'world' })],
  ]
  it.each(cases)('%s: %i', async (_, status, make) => {
    const answer = await withoutTrace(() => post(service, make()))
    expect(answer).toEqual({ status, body: '{}' })
  })

  it('garbage bytes that are no UTF-8: 400', async () => {
    const body = new Uint8Array([0xff, 0xfe, 0x00, 0x80, 0xc3])
    const answer = await withoutTrace(() => fetch(`${service.url}/feishu/webhook`, { method: 'POST', body }))
    expect(answer.status).toBe(400)
  })

  it('over 1 MB, said in its length: 413', async () => {
    const answer = await withoutTrace(() => post(service, signedText('x'.repeat(MEGABYTE + 1))))
    expect(answer.status).toBe(413)
  })

  it('over 1 MB in chunks without a length: 413', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let chunk = 0; chunk < 20; chunk++) controller.enqueue(new Uint8Array(MEGABYTE / 10))
        controller.close()
      },
    })
    const init = { method: 'POST', body, duplex: 'half' }
    const answer = await withoutTrace(() => fetch(`${service.url}/feishu/webhook`, init))
    expect(answer.status).toBe(413)
  })

  it('to a wrong path or by a wrong method: 404', async () => {
    for (const [method, path] of [
      ['GET', '/feishu/webhook'],
      ['PUT', '/feishu/webhook'],
      ['POST', '/feishu/other'],
      ['POST', '/'],
    ] as const) {
      const answer = await withoutTrace(() => fetch(service.url + path, { method }))
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 404`)
    }
  })

  it('a hundred at once: each is refused, and the next honest one is answered', async () => {
    const forged = { ...signedNow(service, hello()), headers: sign('') }
    const answers = await withoutTrace(() =>
      Promise.all(Array.from({ length: 100 }, () => post(service, forged))),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
    expect(
      (await post(service, signedNow(service, eventOf('im.message.reaction.created_v1', {})))).status,
    ).toBe(200)
  })
})

describe('a delivery that asks for nothing', () => {
  it('of an unknown type is acknowledged, so that Feishu does not repeat it', async () => {
    const answer = await withoutTrace(() =>
      post(service, signedNow(service, eventOf('contact.user.deleted_v3', { object: {} }))),
    )
    expect(answer).toEqual({ status: 200, body: '{}' })
  })

  it('of a known type with an unknown shape is acknowledged', async () => {
    for (const type of ['im.message.receive_v1', 'card.action.trigger', 'application.bot.menu_v6']) {
      const answer = await withoutTrace(() =>
        post(service, signedNow(service, eventOf(type, { sender: 7, message: [] }))),
      )
      expect(answer).toEqual({ status: 200, body: '{}' })
    }
  })
})

describe('the verification of the address', () => {
  const ask = (token: string) => ({ challenge: 'ajls384kdjx98XX', token, type: 'url_verification' })
  const unsigned = (payload: unknown): Delivery => ({ ...deliver(payload), headers: new Headers() })

  it('is answered without a signature, as Feishu sends none', async () => {
    const answer = await withoutTrace(() => post(service, unsigned(ask(CONFIG.verificationToken))))
    expect(answer).toEqual({ status: 200, body: '{"challenge":"ajls384kdjx98XX"}' })
  })

  it('with a wrong token or unencrypted is refused', async () => {
    expect((await withoutTrace(() => post(service, unsigned(ask('wrong'))))).status).toBe(401)
    const plain = { headers: new Headers(), body: JSON.stringify(ask(CONFIG.verificationToken)) }
    expect((await withoutTrace(() => post(service, plain))).status).toBe(401)
  })
})

function altered({ headers, body }: Delivery): Delivery {
  return { headers, body: body.replace(/.(?="})/, (last) => (last === 'A' ? 'B' : 'A')) }
}

function truncated({ headers, body }: Delivery): Delivery {
  return { headers, body: body.slice(0, body.length / 2) }
}
