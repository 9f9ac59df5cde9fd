/** The message calls: who can be written to, what is refused with which code, once per uuid, fourteen days. */
import { describe, expect, it } from 'vitest'
import vectors from '../fixtures/feishu/sandbox-vectors.json' with { type: 'json' }
import { card, cardMessage, chair, client, contact, head, text, world } from './world.ts'

const SEND = '/im/v1/messages?receive_id_type=open_id'
const HOUR = 3_600_000

async function at(options: Parameters<typeof world>[0] = {}) {
  const here = world({ limits: 'none', ...options })
  const post = await client(here.campus.api)
  const sendCard = async (...elements: object[]) => {
    const sent = await post('POST', SEND, cardMessage(contact.openId, card(...elements)))
    return String(sent.data.message_id)
  }
  const patch = (id: string, next: object) =>
    post('PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(next) })
  return { ...here, chat: here.campus.chat, post, sendCard, patch }
}

describe('sending', () => {
  it('answers with the fields of the published sample', async () => {
    const here = await at()
    const { body } = await here.post('POST', SEND, text(contact.openId, '您好'))
    const sample = vectors['doc-api-message-create-block3'].json
    expect(Object.keys(sample.data)).toEqual(expect.arrayContaining(Object.keys(Object(body.data))))
    expect(body).toMatchObject({
      code: 0,
      msg: 'success',
      data: { msg_type: 'text', body: { content: '{"text":"您好"}' } },
    })
  })

  it.each([
    ['an unknown person', SEND, text('ou_nobody', 'x'), 230034],
    ['an unknown chat', '/im/v1/messages?receive_id_type=chat_id', text('oc_none', 'x'), 230002],
    ['a person out of range', SEND, text(chair.openId, 'x'), 230013],
    ['an unknown kind of id', '/im/v1/messages?receive_id_type=phone', text(contact.openId, 'x'), 99992402],
    ['no content', SEND, { receive_id: contact.openId, msg_type: 'text' }, 230001],
    ['an unknown kind of message', SEND, { ...text(contact.openId, 'x'), msg_type: 'telegram' }, 230001],
    ['content that is no JSON', SEND, { ...text(contact.openId, 'x'), content: 'hello' }, 230001],
    ['content of another kind', SEND, { ...text(contact.openId, 'x'), content: '{"words":"x"}' }, 230001],
    [
      'an image that was not uploaded',
      SEND,
      { ...text(contact.openId, 'x'), msg_type: 'image', content: '{"image_key":"img_v3_no"}' },
      230001,
    ],
    ['a uuid of 51 characters', SEND, text(contact.openId, 'x', 'u'.repeat(51)), 230001],
    ['a text of more than 150 KB', SEND, text(contact.openId, '长'.repeat(51_200)), 230025],
  ])('%s is refused', async (_, path, body, code) => {
    const here = await at({ unavailable: [chair.openId] })
    expect(await here.post('POST', path, body)).toMatchObject({ status: 400, code })
    expect(here.chat.people().flatMap(({ openId }) => here.chat.messages(openId))).toEqual([])
  })

  it('a body that is no JSON is refused and nothing breaks', async () => {
    const here = await at()
    const answer = await here.campus.api.request('/open-apis/im/v1/messages', { method: 'POST', body: '{' })
    expect(answer.status).toBe(400)
  })

  it('an unknown path is answered as the gateway does', async () => {
    const here = await at()
    expect(await here.post('GET', '/im/v9/nothing')).toMatchObject({ status: 404, msg: '404 page not found' })
  })

  it('the same uuid within an hour gives the first message, after it a new one', async () => {
    const here = await at()
    const first = await here.post('POST', SEND, text(contact.openId, '一', 'key-1'))
    await here.clock.pass(HOUR - 1)
    const again = await here.post('POST', SEND, text(contact.openId, '二', 'key-1'))
    expect(again.data.message_id).toBe(first.data.message_id)
    expect(here.chat.messages(contact.openId)).toHaveLength(1)
    await here.clock.pass(1)
    const later = await here.post('POST', SEND, text(contact.openId, '三', 'key-1'))
    expect(later.data.message_id).not.toBe(first.data.message_id)
  })

  it('a refused send does not use up its uuid', async () => {
    const here = await at()
    await here.post('POST', SEND, { ...text(contact.openId, 'x', 'key-1'), content: 'broken' })
    expect((await here.post('POST', SEND, text(contact.openId, 'x', 'key-1'))).code).toBe(0)
  })
})

describe('changing a card', () => {
  it('works until the 14th day and not after it', async () => {
    const here = await at()
    const id = await here.sendCard()
    here.chat.moveClock(13)
    await here.clock.pass(HOUR)
    expect((await here.patch(id, card())).code).toBe(0)
    here.chat.moveClock(1)
    expect(await here.patch(id, card())).toMatchObject({ status: 400, code: 230031 })
  })

  it('of schema 1.0 may stay 1.0 or become 2.0', async () => {
    const here = await at()
    const { data } = await here.post('POST', SEND, cardMessage(contact.openId, { elements: [] }))
    const id = String(data.message_id)
    expect((await here.patch(id, { header: {}, elements: [] })).code).toBe(0)
    expect((await here.patch(id, card())).code).toBe(0)
  })

  it('cannot turn schema 2.0 into 1.0', async () => {
    const here = await at()
    const answer = await here.patch(await here.sendCard(), { elements: [] })
    expect(answer).toMatchObject({ code: 230099, msg: expect.stringContaining('ErrCode: 200830') })
  })

  it.each([
    [
      'a text',
      async (here: Awaited<ReturnType<typeof at>>) =>
        String((await here.post('POST', SEND, text(contact.openId, 'x'))).data.message_id),
      230001,
    ],
    ['an unknown message', async () => 'om_none', 230001],
    [
      "a person's message",
      async (here: Awaited<ReturnType<typeof at>>) => {
        await here.chat.say(contact.openId, 'x')
        return here.chat.messages(contact.openId)[0]?.messageId ?? ''
      },
      230027,
    ],
    [
      'a recalled card',
      async (here: Awaited<ReturnType<typeof at>>) => {
        const id = await here.sendCard()
        await here.post('DELETE', `/im/v1/messages/${id}`)
        return id
      },
      230011,
    ],
  ])('%s cannot be patched', async (_, make, code) => {
    const here = await at()
    expect(await here.patch(await make(here), card())).toMatchObject({ status: 400, code })
  })

  it('a message is recalled once', async () => {
    const here = await at()
    const id = await here.sendCard()
    expect((await here.post('DELETE', `/im/v1/messages/${id}`)).code).toBe(0)
    expect((await here.post('DELETE', `/im/v1/messages/${id}`)).code).toBe(230110)
    expect((await here.post('GET', `/im/v1/messages/${id}`)).data.items).toMatchObject([{ deleted: true }])
  })

  it('a text is edited twenty times and not once more', async () => {
    const here = await at()
    const { data } = await here.post('POST', SEND, text(contact.openId, '零'))
    const edit = (n: number) =>
      here.post('PUT', `/im/v1/messages/${data.message_id}`, {
        msg_type: 'text',
        content: JSON.stringify({ text: `${n}` }),
      })
    for (let n = 1; n <= 20; n++) expect((await edit(n)).code).toBe(0)
    expect((await edit(21)).code).toBe(230072)
    expect(here.chat.messages(contact.openId)[0]?.content).toBe('{"text":"20"}')
  })
})

describe('the chat of a person', () => {
  it('counts what the bot sent since the person last looked', async () => {
    const here = await at()
    await here.post('POST', SEND, text(contact.openId, '一'))
    await here.post('POST', SEND, text(contact.openId, '二'))
    await here.chat.say(contact.openId, '三')
    expect([here.chat.unread(contact.openId), here.chat.unread(head.openId)]).toEqual([2, 0])
    here.chat.markRead(contact.openId)
    expect(here.chat.unread(contact.openId)).toBe(0)
  })

  it('tells its watchers what is new, changed, read and when the clock moved', async () => {
    const here = await at()
    const seen: string[] = []
    const stop = here.chat.subscribe(({ what }) => seen.push(what))
    here.chat.subscribe(() => {
      throw new Error('a broken watcher')
    })
    const id = await here.sendCard()
    await here.patch(id, card())
    here.chat.markRead(contact.openId)
    here.chat.moveClock(1)
    stop()
    await here.sendCard()
    expect(seen).toEqual(['new', 'changed', 'read', 'clock'])
    expect(here.logged[0]).toContain('a broken watcher')
  })

  it('keeps the latest 500 messages', async () => {
    const here = await at()
    for (let n = 0; n < 510; n++) await here.post('POST', SEND, text(contact.openId, `${n}`))
    expect(here.chat.messages(contact.openId)).toHaveLength(500)
    expect(here.chat.messages(contact.openId)[0]?.content).toBe('{"text":"10"}')
  })
})
