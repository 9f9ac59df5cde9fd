/** What the webhook receives: encryption and signature by published vectors, envelopes by Feishu's samples, the SDK as judge. */
import { AESCipher, EventDispatcher } from '@larksuiteoapi/node-sdk'
import { describe, expect, it } from 'vitest'
import { encrypt, sign } from '../../src/sandbox/delivery/encrypt.ts'
import vectors from '../fixtures/feishu/sandbox-vectors.json' with { type: 'json' }
import { app, card, cardMessage, client, contact, type Received, START, type World, world } from './world.ts'

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }

function opened(received: Received | undefined) {
  return JSON.parse(new AESCipher(app.encryptKey).decrypt(JSON.parse(received?.body ?? '{}').encrypt))
}

/** The delivery as the SDK's dispatcher wants it: the parsed body, the headers on its prototype. */
function forDispatcher(received: Received | undefined): object {
  const headers = Object.fromEntries(received?.headers ?? [])
  return Object.assign(Object.create({ headers }), JSON.parse(received?.body ?? '{}'))
}

async function dispatch(received: Received | undefined): Promise<Record<string, unknown>[]> {
  const seen: Record<string, unknown>[] = []
  const handler = (data: Record<string, unknown>) => void seen.push(data)
  const dispatcher = new EventDispatcher({
    encryptKey: app.encryptKey,
    verificationToken: app.verificationToken,
    logger: silent,
  })
  dispatcher.register({
    'im.message.receive_v1': handler,
    'application.bot.menu_v6': handler,
    'im.chat.access_event.bot_p2p_chat_entered_v1': handler,
    'card.action.trigger': handler,
  } as Parameters<typeof dispatcher.register>[0])
  await dispatcher.invoke(forDispatcher(received))
  return seen
}

async function sentCard(here: World, ...elements: object[]): Promise<string> {
  const post = await client(here.campus.api)
  const sent = await post(
    'POST',
    '/im/v1/messages?receive_id_type=open_id',
    cardMessage(contact.openId, card(...elements)),
  )
  return String(sent.data.message_id)
}

describe('encryption and signature', () => {
  const ciphers = [
    'aes-01-docs-hello-world',
    'aes-03-go-decrypt-event',
    'aes-04-java-decryptor',
    'aes-05-java-mock-encrypt-event',
  ] as const
  it.each(ciphers)('%s: the same key, IV and text give the published ciphertext', (id) => {
    const vector = vectors[id]
    const iv = new Uint8Array(Buffer.from(vector.encrypt, 'base64').subarray(0, 16))
    expect(encrypt(vector.plaintext, vector.encrypt_key, iv)).toBe(vector.encrypt)
  })

  const signatures = [
    'sig-sha256-01-chyroc',
    'sig-sha256-02-java-encrypted-body',
    'sig-sha256-03-java-mock-encrypt-event',
  ] as const
  it.each(signatures)('%s: the signature is the published one', (id) => {
    const { timestamp, nonce, encrypt_key, raw_body, signature } = vectors[id]
    expect(sign(timestamp, nonce, encrypt_key, raw_body)).toBe(signature)
  })

  it('another byte in the body gives another signature', () => {
    const { timestamp, nonce, encrypt_key, raw_body, signature } = vectors['sig-neg-01-body-reserialised']
    expect(sign(timestamp, nonce, encrypt_key, raw_body)).not.toBe(signature)
  })

  it('every delivery is encrypted under a fresh IV and signed over the raw body', async () => {
    const here = world()
    await here.campus.chat.say(contact.openId, '一')
    await here.campus.chat.say(contact.openId, '一')
    const [first, second] = here.webhook.received
    expect(first?.body.slice(0, 30)).not.toBe(second?.body.slice(0, 30))
    const header = (name: string) => first?.headers.get(`x-lark-${name}`) ?? ''
    expect(header('request-timestamp')).toBe(String(START / 1000))
    expect(header('signature')).toBe(
      sign(header('request-timestamp'), header('request-nonce'), app.encryptKey, first?.body ?? ''),
    )
    expect(first?.headers.get('content-type')).toBe('application/json;charset=utf-8')
  })

  it('without an encrypt key the body travels as it is', async () => {
    const here = world({ app: { ...app, encryptKey: '' } })
    await here.campus.chat.say(contact.openId, '你好')
    expect(JSON.parse(here.webhook.received[0]?.body ?? '{}')).toMatchObject({
      schema: '2.0',
      header: { token: app.verificationToken },
    })
  })
})

describe('the envelope', () => {
  it('has the header of Feishu, in its order', async () => {
    const here = world()
    await here.campus.chat.say(contact.openId, '你好')
    const { schema, header } = opened(here.webhook.received[0])
    expect(schema).toBe('2.0')
    expect(Object.keys(header)).toEqual([
      'event_id',
      'token',
      'create_time',
      'event_type',
      'tenant_key',
      'app_id',
    ])
    expect(header).toMatchObject({ create_time: String(START), app_id: app.appId, tenant_key: app.tenantKey })
  })

  it.each([
    'doc-im.message.receive_v1',
    'doc-application.bot.menu_v6',
    'doc-bot_p2p_chat_entered_v1',
    'doc-card.action.trigger',
  ] as const)('%s: no field that the published sample does not have', async (id) => {
    const here = world()
    const message = await sentCard(here, { tag: 'markdown', content: '目标' })
    await here.campus.chat.say(contact.openId, '你好')
    await here.campus.chat.tapMenu(contact.openId, 'help')
    await here.campus.chat.enter(contact.openId)
    await here.campus.chat.tap(contact.openId, message, {
      tag: 'button',
      name: 'b',
      value: { a: 1 },
      form: {},
    })
    const type = vectors[id].json.header.event_type
    const ours = here.webhook.received.map(opened).find(({ header }) => header.event_type === type)
    expect(ours).toBeDefined()
    expect(strangers(ours.event, vectors[id].json.event)).toEqual([])
  })

  it('taps carry microseconds, menu events seconds', async () => {
    const here = world()
    await here.campus.chat.tapMenu(contact.openId, 'help')
    await here.campus.chat.tap(contact.openId, await sentCard(here), { tag: 'button' })
    const [menu, tap] = here.webhook.received.map(opened)
    expect(menu.event).toMatchObject({ event_key: 'help', timestamp: START / 1000 })
    expect(tap.header.create_time).toBe(`${START}000`)
  })
})

describe("the SDK's dispatcher", () => {
  it('accepts a text, with its words in the content', async () => {
    const here = world()
    await here.campus.chat.say(contact.openId, '填报目标 "引号" 😀')
    const [seen] = await dispatch(here.webhook.received[0])
    expect(seen).toMatchObject({
      message: { message_type: 'text', chat_type: 'p2p', content: '{"text":"填报目标 \\"引号\\" 😀"}' },
    })
    expect(seen).toMatchObject({
      sender: { sender_id: { open_id: contact.openId, user_id: contact.employeeNo } },
    })
  })

  it('accepts pictures and files by their keys', async () => {
    const here = world()
    const bytes = new Uint8Array([1, 2, 3])
    await here.campus.chat.sendFile(contact.openId, { name: '佐证.pdf', type: 'file', bytes })
    await here.campus.chat.sendFile(contact.openId, { name: '图.png', type: 'image', bytes })
    const contents = here.webhook.received.map((one) => JSON.parse(opened(one).event.message.content))
    expect(contents).toEqual([
      { file_key: expect.stringMatching(/^file_v3_/), file_name: '佐证.pdf' },
      { image_key: expect.stringMatching(/^img_v3_/) },
    ])
    expect(await dispatch(here.webhook.received[1])).toHaveLength(1)
  })

  it('accepts menu, entry and tap', async () => {
    const here = world()
    const message = await sentCard(here, { tag: 'markdown', content: '目标' })
    await here.campus.chat.tapMenu(contact.openId, 'help')
    await here.campus.chat.enter(contact.openId)
    await here.campus.chat.tap(contact.openId, message, { tag: 'button', value: { a: 'goal.submit' } })
    const seen = await Promise.all(here.webhook.received.map(dispatch))
    expect(seen.flat()).toMatchObject([
      { event_key: 'help' },
      { last_message_id: message },
      {
        action: { tag: 'button', value: { a: 'goal.submit' } },
        context: { open_message_id: message },
        token: expect.stringMatching(/^c-/),
      },
    ])
  })

  it('refuses the delivery when the key is another', async () => {
    const here = world({ app: { ...app, encryptKey: 'another key' } })
    await here.campus.chat.say(contact.openId, '你好')
    expect(await dispatch(here.webhook.received[0])).toEqual([])
  })
})

/** The paths of `ours` that `sample` lacks; what developers name themselves (values, forms) is passed by. */
function strangers(ours: object, sample: object, at = ''): string[] {
  return Object.entries(ours).flatMap(([key, value]): string[] => {
    const theirs: unknown = Reflect.get(sample, key)
    if (theirs === undefined) return [`${at}.${key}`]
    if (key === 'value' || key === 'form_value' || typeof value !== 'object' || value === null) return []
    return typeof theirs === 'object' && theirs !== null
      ? strangers(value, theirs, `${at}.${key}`)
      : [`${at}.${key}`]
  })
}
