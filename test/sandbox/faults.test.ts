/** The platform can be told to fail, to be slow and to be gone; uploads have their limits. */
import { describe, expect, it } from 'vitest'
import { app, client, contact, listen, settled, text, world } from './world.ts'

const SEND = '/im/v1/messages?receive_id_type=open_id'
const TOKEN = '/open-apis/auth/v3/tenant_access_token/internal'
const MEGABYTE = 1024 * 1024
const PNG_HEAD = '\x89PNG\r\n\x1a\n'

describe('a fault', () => {
  it('"failWith" gives every call this status and code, and ends when it is taken back', async () => {
    const here = world({ limits: 'none' })
    const post = await client(here.campus.api)
    here.campus.chat.misbehave({ failWith: { status: 503, code: 2200 } })
    expect(await post('POST', SEND, text(contact.openId, 'x'))).toMatchObject({ status: 503, code: 2200 })
    expect(here.campus.chat.faults()).toEqual({ failWith: { status: 503, code: 2200 } })
    here.campus.chat.misbehave({})
    expect((await post('POST', SEND, text(contact.openId, 'x'))).code).toBe(0)
    expect(here.campus.chat.messages(contact.openId)).toHaveLength(1)
  })

  it('"delayMs" makes every call wait', async () => {
    const here = world({ limits: 'none' })
    const post = await client(here.campus.api)
    here.campus.chat.misbehave({ delayMs: 2000 })
    let answered = false
    const call = post('GET', '/bot/v3/info').then(() => {
      answered = true
    })
    await settled()
    await here.clock.pass(1999)
    expect(answered).toBe(false)
    await here.clock.pass(1)
    await call
  })

  it('"down" cuts the connection without an answer', async () => {
    const here = world()
    const server = await listen(here.campus.api)
    const body = JSON.stringify({ app_id: app.appId, app_secret: app.appSecret })
    const ask = () => fetch(server.base + TOKEN, { method: 'POST', body })
    expect((await ask()).status).toBe(200)
    here.campus.chat.misbehave({ down: true })
    await expect(ask()).rejects.toThrow('fetch failed')
    here.campus.chat.misbehave({})
    expect((await ask()).status).toBe(200)
    await server.close()
  })

  it('"down" in memory rejects as fetch does', async () => {
    const here = world()
    here.campus.chat.misbehave({ down: true })
    await expect((async () => here.campus.api.request(TOKEN, { method: 'POST' }))()).rejects.toThrow(
      'fetch failed',
    )
  })
})

async function upload(path: string, fields: Record<string, string | Blob>) {
  const here = world({ limits: 'none' })
  const credentials = JSON.stringify({ app_id: app.appId, app_secret: app.appSecret })
  const token = await (await here.campus.api.request(TOKEN, { method: 'POST', body: credentials })).json()
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const headers = { authorization: `Bearer ${token.tenant_access_token}` }
  const answer = await here.campus.api.request(`/open-apis${path}`, { method: 'POST', body, headers })
  return { here, answer: await answer.json() }
}

const blob = (...parts: (string | Uint8Array<ArrayBuffer>)[]) =>
  new Blob(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))

describe('an upload', () => {
  it('keeps the bytes as they are, line ends and all', async () => {
    const bytes = new Uint8Array(Buffer.from('a\r\n--b\r\n\r\n\0\xff--', 'latin1'))
    const { here, answer } = await upload('/im/v1/files', {
      file_type: 'stream',
      file_name: '佐证 1.bin',
      file: new Blob([bytes]),
    })
    expect(here.campus.chat.file(answer.data.file_key)).toEqual({ name: '佐证 1.bin', type: 'file', bytes })
  })

  it.each([
    ['an empty file', '/im/v1/files', { file_type: 'stream', file_name: 'a', file: blob() }, 234010],
    [
      'a file over 30 MB',
      '/im/v1/files',
      { file_type: 'stream', file_name: 'a', file: blob(new Uint8Array(30 * MEGABYTE + 1)) },
      234006,
    ],
    ['a file without a name', '/im/v1/files', { file_type: 'stream', file: blob('x') }, 234001],
    [
      'an unknown kind of file',
      '/im/v1/files',
      { file_type: 'zip', file_name: 'a', file: blob('x') },
      234001,
    ],
    ['no file at all', '/im/v1/files', { file_type: 'stream', file_name: 'a' }, 234001],
    ['an empty image', '/im/v1/images', { image_type: 'message', image: blob() }, 234010],
    [
      'an image over 10 MB',
      '/im/v1/images',
      { image_type: 'message', image: blob(PNG_HEAD, new Uint8Array(10 * MEGABYTE)) },
      234006,
    ],
    ['a text as an image', '/im/v1/images', { image_type: 'message', image: blob('hello') }, 234011],
    ['an unknown kind of image', '/im/v1/images', { image_type: 'poster', image: blob(PNG_HEAD) }, 234001],
  ])('of %s is refused', async (_, path, fields, code) => {
    expect((await upload(path, fields as Record<string, string | Blob>)).answer.code).toBe(code)
  })

  it('that is no form is refused', async () => {
    const here = world()
    const post = await client(here.campus.api)
    expect((await post('POST', '/im/v1/images', { image: 'x' })).code).toBe(234001)
  })
})

describe('a resource', () => {
  it('is given only with the message that holds it, and under its own kind', async () => {
    const here = world({ limits: 'none' })
    const post = await client(here.campus.api)
    const bytes = new Uint8Array([1])
    await here.campus.chat.sendFile(contact.openId, { name: '一.pdf', type: 'file', bytes })
    await here.campus.chat.say(contact.openId, '别的')
    const [holding, other] = here.campus.chat.messages(contact.openId)
    const key = JSON.parse(holding?.content ?? '{}').file_key
    const get = (id: string | undefined, type: string) =>
      post('GET', `/im/v1/messages/${id}/resources/${key}?type=${type}`)
    expect((await get(holding?.messageId, 'file')).status).toBe(200)
    expect((await get(holding?.messageId, 'image')).code).toBe(234003)
    expect((await get(other?.messageId, 'file')).code).toBe(234003)
    expect((await get('om_none', 'file')).code).toBe(234001)
  })

  it('an empty file cannot be sent by a person', async () => {
    const here = world()
    const empty = { name: '空.txt', type: 'file', bytes: new Uint8Array() } as const
    await expect(here.campus.chat.sendFile(contact.openId, empty)).rejects.toThrow('文件是空的')
    expect(here.campus.chat.messages(contact.openId)).toEqual([])
  })
})
