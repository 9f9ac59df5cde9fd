/** A restart shows the same campus: chats, files, clock, what was sent once, and what is still to be delivered. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileStorage } from '../../src/sandbox/file-storage.ts'
import type { CampusStorage } from '../../src/sandbox/storage.ts'
import { card, cardMessage, client, contact, head, START, settled, text, world } from './world.ts'

const SEND = '/im/v1/messages?receive_id_type=open_id'

function memory(lines: string[] = []): CampusStorage & { lines: string[] } {
  return { lines, load: () => lines, append: (line) => void lines.push(line) }
}

/** A day with everything that can happen in it. */
async function live(storage: CampusStorage) {
  const here = world({ storage, limits: 'none' })
  const post = await client(here.campus.api)
  const { data } = await post('POST', SEND, cardMessage(contact.openId, card()))
  await post('PATCH', `/im/v1/messages/${data.message_id}`, { content: JSON.stringify(card({ tag: 'hr' })) })
  const gone = await post('POST', SEND, text(head.openId, '作废'))
  await post('DELETE', `/im/v1/messages/${gone.data.message_id}`)
  await here.campus.chat.sendFile(contact.openId, {
    name: '佐证.pdf',
    type: 'file',
    bytes: new Uint8Array([0, 255, 7]),
  })
  here.campus.chat.markRead(head.openId)
  here.campus.chat.moveClock(3)
  await here.campus.chat.say(contact.openId, '你好')
  await post('POST', SEND, text(contact.openId, '一次', 'key-1'))
  return here
}

function seen(here: ReturnType<typeof world>) {
  const { chat } = here.campus
  return chat
    .people()
    .map(({ openId }) => ({ messages: chat.messages(openId), unread: chat.unread(openId), now: chat.now() }))
}

describe('after a restart', () => {
  it('everybody sees the same chats at the same time of the clock', async () => {
    const storage = memory()
    const before = await live(storage)
    const after = world({ storage, limits: 'none' })
    expect(seen(after)).toEqual(seen(before))
    expect(after.clock.now()).toBe(START + 3 * 86_400_000)
    const sent = before.campus.chat.messages(contact.openId).find(({ type }) => type === 'file')
    expect(after.campus.chat.file(JSON.parse(sent?.content ?? '{}').file_key)?.bytes).toEqual(
      new Uint8Array([0, 255, 7]),
    )
  })

  it('a second restart changes nothing more', async () => {
    const storage = memory()
    const before = await live(storage)
    world({ storage, limits: 'none' })
    expect(seen(world({ storage, limits: 'none' }))).toEqual(seen(before))
  })

  it('a uuid that was used is still used', async () => {
    const storage = memory()
    const before = await live(storage)
    const after = world({ storage, limits: 'none' })
    const post = await client(after.campus.api)
    const again = await post('POST', SEND, text(contact.openId, '一次', 'key-1'))
    expect(again.data.message_id).toBe(before.campus.chat.messages(contact.openId).at(-1)?.messageId)
  })

  it('an event that nobody acknowledged comes after 15 s, one that was acknowledged does not', async () => {
    const storage = memory()
    const before = world({ storage })
    await before.campus.chat.say(contact.openId, '一')
    before.webhook.answer = () => new Promise<Response>(() => {})
    void before.campus.chat.say(contact.openId, '二')
    await settled()
    const after = world({ storage })
    await after.clock.pass(14_999)
    expect(after.webhook.received).toHaveLength(0)
    await after.clock.pass(1)
    expect(after.webhook.received).toHaveLength(1)
  })

  it('a torn last line is left out and named', async () => {
    const storage = memory()
    await live(storage)
    storage.lines.push('{"what":"message","mess')
    const after = world({ storage })
    expect(after.logged).toEqual([expect.stringContaining(`line ${storage.lines.length} cannot be read`)])
    expect(after.campus.chat.messages(contact.openId)).toHaveLength(4)
  })

  it('what is written after a torn line is not lost with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'campus-'))
    const path = join(folder, 'campus.jsonl')
    await world({ storage: fileStorage(path) }).campus.chat.say(contact.openId, '一')
    appendFileSync(path, '{"what":"message","mess')
    await world({ storage: fileStorage(path) }).campus.chat.say(contact.openId, '二')
    const texts = world({ storage: fileStorage(path) })
      .campus.chat.messages(contact.openId)
      .map(({ content }) => content)
    expect(texts).toEqual(['{"text":"一"}', '{"text":"二"}'])
    rmSync(folder, { recursive: true })
  })

  it('the log in a file is shortened to the present state', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'campus-'))
    const path = join(folder, 'log', 'campus.jsonl')
    const before = await live(fileStorage(path))
    const long = readFileSync(path, 'utf8').split('\n').length
    const after = world({ storage: fileStorage(path), limits: 'none' })
    expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(long)
    expect(seen(world({ storage: fileStorage(path), limits: 'none' }))).toEqual(seen(before))
    expect(seen(after)).toEqual(seen(before))
    rmSync(folder, { recursive: true })
  })
})
