import { describe, expect, test } from 'vitest'
import type { Card } from '../../../../cards/kit.ts'
import { vector } from '../wire.ts'
import { connect, failing, faultOf } from './connection.ts'
import { TOKEN } from './stub.ts'

const card: Card = {
  title: '目标',
  summary: '请查看',
  elements: [{ tag: 'text', spans: [{ text: '正文' }] }],
}

describe('sending', () => {
  test('a text goes to one person with the key that makes a repetition harmless', async () => {
    const { platform, calls } = await connect()
    expect(await platform.send('ou_1', { kind: 'text', text: '你好' }, 'key-1')).toEqual({
      messageId: 'om_1',
      chatId: 'oc_1',
    })
    const call = calls.at(-1)
    expect(call?.method).toBe('POST')
    expect(call?.url).toBe('/open-apis/im/v1/messages?receive_id_type=open_id')
    expect(call?.headers.authorization).toBe(`Bearer ${TOKEN}`)
    expect(JSON.parse(call?.body ?? '')).toEqual({
      ...{ receive_id: 'ou_1', uuid: 'key-1', msg_type: 'text' },
      content: JSON.stringify({ text: '你好' }),
    })
  })

  test.each([
    '<at user_id="all">所有人</at>',
    '<at user_id="ou_1"></at>',
    '<b>粗</b>',
    '[校务](https://evil.example)',
  ])('the words %s mention nobody and link nowhere', async (text) => {
    const { platform, calls } = await connect()
    await platform.send('ou_1', { kind: 'text', text }, 'key')
    const sent = JSON.parse(JSON.parse(calls.at(-1)?.body ?? '').content).text
    expect(sent).not.toMatch(/<[a-z/]|\]\(/i)
  })

  test('comparisons in a text stay as they are', async () => {
    const { platform, calls } = await connect()
    await platform.send('ou_1', { kind: 'text', text: '3 < 5，[1] 与 (2)' }, 'key')
    expect(JSON.parse(JSON.parse(calls.at(-1)?.body ?? '').content).text).toBe('3 < 5，[1] 与 (2)')
  })

  test('a card goes as JSON 2.0 in a string', async () => {
    const { platform, calls } = await connect()
    await platform.send('ou_1', { kind: 'card', card }, 'key')
    const body = JSON.parse(calls.at(-1)?.body ?? '')
    expect(body.msg_type).toBe('interactive')
    expect(JSON.parse(body.content)).toMatchObject({ schema: '2.0', header: { title: { content: '目标' } } })
  })

  test('a file is uploaded, then sent by its key', async () => {
    const { platform, calls } = await connect()
    await platform.send(
      'ou_1',
      { kind: 'file', name: '汇总.xlsx', bytes: new TextEncoder().encode('内容') },
      'key',
    )
    const [upload, send] = calls.slice(-2)
    expect(upload?.url).toBe('/open-apis/im/v1/files')
    expect(upload?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    for (const part of ['name="file_type"\r\n\r\nxls', '汇总.xlsx', '内容'])
      expect(upload?.body).toContain(part)
    expect(JSON.parse(send?.body ?? '')).toMatchObject({ msg_type: 'file', content: '{"file_key":"file_1"}' })
  })

  test('an empty file is refused before anything is sent', async () => {
    const { platform, calls } = await connect()
    const sending = platform.send('ou_1', { kind: 'file', name: 'a.txt', bytes: new Uint8Array() }, 'key')
    expect((await faultOf(sending)).kind).toBe('refused')
    expect(calls).toEqual([])
  })

  test('an update replaces the card', async () => {
    const { platform, calls } = await connect()
    await platform.update('om_1', { kind: 'card', card })
    expect(calls.at(-1)).toMatchObject({ method: 'PATCH', url: '/open-apis/im/v1/messages/om_1' })
    expect(JSON.parse(JSON.parse(calls.at(-1)?.body ?? '').content)).toMatchObject({ schema: '2.0' })
  })

  test('the message id of the official sample answer is read', async () => {
    const sample = vector('api', 'doc-api-message-create-block3').json
    const { platform } = await connect(failing({ body: sample }))
    expect(await platform.send('ou_1', { kind: 'text', text: '好' }, 'key')).toEqual({
      messageId: 'om_dc13264520392913993dd051dba21dcf',
      chatId: 'oc_5ad11d72b830411d72b836c20',
    })
  })
})
