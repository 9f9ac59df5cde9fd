/** The official SDK's own client against the sandbox, over a real loopback connection. */
import { AESCipher, Client, LoggerLevel } from '@larksuiteoapi/node-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app, card, chair, contact, head, listen, world } from './world.ts'

const here = world({ limits: 'none' })
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }
let server: Awaited<ReturnType<typeof listen>>
let sdk: Client

beforeAll(async () => {
  server = await listen(here.campus.api)
  const { appId, appSecret } = app
  sdk = new Client({ appId, appSecret, domain: server.base, loggerLevel: LoggerLevel.error, logger: silent })
})
afterAll(() => server.close())

function sendCard() {
  const content = JSON.stringify(card({ tag: 'markdown', content: '**目标 3 项**' }))
  return sdk.im.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: contact.openId, msg_type: 'interactive', content },
  })
}

async function read(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

describe('the official SDK client', () => {
  it('reads who the bot is', async () => {
    const info = await sdk.request({ method: 'GET', url: '/open-apis/bot/v3/info' })
    expect(info).toMatchObject({ code: 0, bot: { app_name: app.botName, activate_status: 2 } })
  })

  it.each([
    ['open_id', contact.openId],
    ['union_id', contact.unionId],
    ['user_id', contact.employeeNo],
    ['email', contact.email],
  ] as const)('sends a text by %s', async (receive_id_type, receive_id) => {
    const data = { receive_id, msg_type: 'text', content: JSON.stringify({ text: '您好' }) }
    const sent = await sdk.im.message.create({ params: { receive_id_type }, data })
    expect(sent).toMatchObject({
      code: 0,
      data: { msg_type: 'text', deleted: false, sender: { id: app.appId, sender_type: 'app' } },
    })
    expect(here.campus.chat.messages(contact.openId).at(-1)).toMatchObject({
      messageId: sent.data?.message_id,
      from: 'bot',
    })
  })

  it('replies in the chat of a message and keeps the thread', async () => {
    const sent = await sendCard()
    const message_id = sent.data?.message_id ?? ''
    const data = { msg_type: 'text', content: JSON.stringify({ text: '收到' }) }
    const replied = await sdk.im.message.reply({ path: { message_id }, data })
    expect(replied).toMatchObject({ code: 0, data: { parent_id: message_id, root_id: message_id } })
    const chat = await sdk.im.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { ...data, receive_id: replied.data?.chat_id ?? '' },
    })
    expect(chat.code).toBe(0)
    expect(await sdk.im.chat.get({ path: { chat_id: replied.data?.chat_id ?? '' } })).toMatchObject({
      code: 0,
      data: { chat_mode: 'p2p' },
    })
  })

  it('sends a card, replaces it, reads it and recalls it', async () => {
    const sent = await sendCard()
    const message_id = sent.data?.message_id ?? ''
    const content = JSON.stringify(card({ tag: 'markdown', content: '已同意' }))
    expect(await sdk.im.message.patch({ path: { message_id }, data: { content } })).toMatchObject({
      code: 0,
      msg: 'ok',
    })
    const read = await sdk.im.message.get({ path: { message_id } })
    expect(read.data?.items?.[0]?.body?.content).toBe(content)
    expect(await sdk.im.message.delete({ path: { message_id } })).toMatchObject({ code: 0 })
    expect(here.campus.chat.messages(contact.openId).at(-1)).toMatchObject({
      messageId: message_id,
      recalled: true,
    })
  })

  it('edits a text', async () => {
    const data = { msg_type: 'text', content: JSON.stringify({ text: '旧' }) }
    const sent = await sdk.im.message.create({
      params: { receive_id_type: 'open_id' },
      data: { ...data, receive_id: head.openId },
    })
    const path = { message_id: sent.data?.message_id ?? '' }
    const edited = await sdk.im.message.update({
      path,
      data: { msg_type: 'text', content: JSON.stringify({ text: '新' }) },
    })
    expect(edited).toMatchObject({
      code: 0,
      data: { updated: expect.any(Boolean), body: { content: '{"text":"新"}' } },
    })
  })

  it('uploads an image and a file, sends them, and fetches what a person sent', async () => {
    const image = await sdk.im.image.create({ data: { image_type: 'message', image: PNG } })
    const file = await sdk.im.file.create({
      data: { file_type: 'stream', file_name: '佐证.txt', file: Buffer.from('材料') },
    })
    for (const [msg_type, content] of [
      ['image', { image_key: image?.image_key }],
      ['file', { file_key: file?.file_key }],
    ] as const) {
      const data = { receive_id: contact.openId, msg_type, content: JSON.stringify(content) }
      expect((await sdk.im.message.create({ params: { receive_id_type: 'open_id' }, data })).code).toBe(0)
    }
    expect(here.campus.chat.file(file?.file_key ?? '')).toMatchObject({ name: '佐证.txt', type: 'file' })
    await here.campus.chat.sendFile(contact.openId, { name: '图.png', type: 'image', bytes: PNG })
    const message = here.campus.chat.messages(contact.openId).at(-1)
    const path = {
      message_id: message?.messageId ?? '',
      file_key: JSON.parse(message?.content ?? '{}').image_key,
    }
    const resource = await sdk.im.messageResource.get({ path, params: { type: 'image' } })
    expect(await read(resource.getReadableStream())).toEqual(PNG)
  })

  it('finds ids by mobile and e-mail, and leaves out who is not found', async () => {
    const found = await sdk.contact.user.batchGetId({
      data: { emails: [contact.email, 'nobody@campus.test'], mobiles: [head.mobile, `+86${head.mobile}`] },
    })
    expect(found.data?.user_list).toMatchObject([
      { user_id: contact.openId, email: contact.email },
      { email: 'nobody@campus.test' },
      { user_id: head.openId, mobile: head.mobile },
      { user_id: head.openId, mobile: `+86${head.mobile}` },
    ])
    expect(found.data?.user_list?.[1]).not.toHaveProperty('user_id')
  })

  it('walks the directory page by page', async () => {
    const departments = await sdk.contact.department.children({ path: { department_id: '0' } })
    const department_id = departments.data?.items?.[0]?.open_department_id ?? ''
    expect(departments.data?.items?.map(({ name }) => name)).toEqual(['药学院'])
    const first = await sdk.contact.user.findByDepartment({ params: { department_id, page_size: 1 } })
    expect(first.data).toMatchObject({
      has_more: true,
      items: [{ open_id: contact.openId, job_title: contact.title }],
    })
    const page_token = first.data?.page_token ?? ''
    const second = await sdk.contact.user.findByDepartment({
      params: { department_id, page_size: 1, page_token },
    })
    expect(second.data).toMatchObject({
      has_more: false,
      items: [{ open_id: head.openId, employee_no: 'G2' }],
    })
    const root = await sdk.contact.user.findByDepartment({ params: { department_id: '0' } })
    expect(root.data?.items).toMatchObject([{ open_id: chair.openId }])
    const user = await sdk.contact.user.get({
      path: { user_id: head.employeeNo },
      params: { user_id_type: 'user_id' },
    })
    expect(user.data?.user).toMatchObject({
      open_id: head.openId,
      name: head.name,
      mobile: `+86${head.mobile}`,
    })
  })

  it('updates a card by the token of a tap, after the tap was answered', async () => {
    const sent = await sendCard()
    await here.campus.chat.tap(contact.openId, sent.data?.message_id ?? '', {
      tag: 'button',
      value: { a: 1 },
    })
    const token = cardToken(here.webhook.received.at(-1)?.body ?? '')
    const data = { token, card: card({ tag: 'markdown', content: '处理完毕' }) }
    expect(await sdk.request({ method: 'POST', url: '/open-apis/interactive/v1/card/update', data })).toEqual(
      { code: 0, msg: 'ok' },
    )
    expect(here.campus.chat.messages(contact.openId).at(-1)?.content).toContain('处理完毕')
  })

  it('sees a wrong call as Feishu refuses it: HTTP 400 with code and log id', async () => {
    const data = { receive_id: 'ou_nobody', msg_type: 'text', content: '{"text":"x"}' }
    const refused = sdk.im.message.create({ params: { receive_id_type: 'open_id' }, data })
    await expect(refused).rejects.toMatchObject({
      response: { status: 400, data: { code: 230034, error: { log_id: expect.any(String) } } },
    })
  })
})

function cardToken(body: string): string {
  return JSON.parse(new AESCipher(app.encryptKey).decrypt(JSON.parse(body).encrypt)).event.token
}
