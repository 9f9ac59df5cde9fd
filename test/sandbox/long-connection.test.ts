/** The long connection of the sandbox as the official SDK sees it: nothing of ours stands on the other end. */
import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Campus, createCampus } from '../../src/sandbox/campus.ts'
import { app, call, card, cardMessage, client, contact, listen, nextId, testClock } from './world.ts'

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }
const quiet = { logger: silent, loggerLevel: LoggerLevel.error }

/** Flattened, as the SDK hands it to its handlers. */
interface Message {
  readonly event_id: string
  readonly message: { readonly content: string }
}

let campus: Campus
let platform: Awaited<ReturnType<typeof listen>>
const clock = testClock()
const bots: WSClient[] = []

beforeEach(async () => {
  campus = createCampus({
    people: [contact],
    app,
    webhookUrl: '',
    clock,
    timer: clock.timer,
    menu: [],
    ids: nextId,
  })
  platform = await listen(campus.api)
})

afterEach(async () => {
  for (const bot of bots.splice(0)) bot.close()
  campus.close()
  await platform.close()
})

/** A bot of the SDK alone; resolves when its connection takes deliveries. */
async function bot(
  handlers: Record<string, (event: never) => unknown>,
  appSecret = app.appSecret,
): Promise<WSClient> {
  const dispatcher = new EventDispatcher(quiet)
  dispatcher.register(handlers as Parameters<typeof dispatcher.register>[0])
  const before = campus.longConnections()
  const ready = await new Promise<WSClient>((resolve, reject) => {
    const client = new WSClient({
      ...quiet,
      appId: app.appId,
      appSecret,
      domain: platform.base,
      onReady: () => resolve(client),
      onError: reject,
    })
    bots.push(client)
    void client.start({ eventDispatcher: dispatcher })
  })
  await connected(before + 1)
  return ready
}

const connected = (count: number) => vi.waitFor(() => expect(campus.longConnections()).toBe(count), 5000)
const tapped = { tag: 'button', name: 'go', value: { do: 'agree' } }
const button = { tag: 'button', name: 'go', text: { tag: 'plain_text', content: '同意' } }

async function sendCard(): Promise<string> {
  const calls = await client(campus.api)
  await calls('POST', '/im/v1/messages?receive_id_type=open_id', cardMessage(contact.openId, card(button)))
  return campus.chat.messages(contact.openId).at(-1)?.messageId ?? ''
}

describe('the SDK over the long connection', () => {
  it('hears what a person writes, whole, in any length and script', async () => {
    const heard: string[] = []
    await bot({
      'im.message.receive_v1': ({ message }: Message) => void heard.push(JSON.parse(message.content).text),
    })
    const words = ['填报目标', '长'.repeat(20_000), '😀 \u0000"\\']
    for (const text of words) await campus.chat.say(contact.openId, text)
    expect(heard).toEqual(words)
  })

  it('answers a tap with a toast and a card that takes the place of the tapped one', async () => {
    const done = card({ tag: 'markdown', content: '已同意' })
    await bot({
      'card.action.trigger': ({ action }: { readonly action: { readonly value: unknown } }) => ({
        toast: { type: 'success', content: JSON.stringify(action.value) },
        card: { type: 'raw', data: done },
      }),
    })
    const messageId = await sendCard()
    expect(await campus.chat.tap(contact.openId, messageId, tapped)).toEqual({
      ok: true,
      toast: { type: 'success', content: '{"do":"agree"}' },
    })
    expect(campus.chat.messages(contact.openId).at(-1)?.content).toBe(JSON.stringify(done))
  })

  it('leaves the card as it is when the handler says nothing', async () => {
    await bot({ 'card.action.trigger': () => undefined })
    expect(await campus.chat.tap(contact.openId, await sendCard(), tapped)).toEqual({ ok: true })
  })

  it('of a handler that throws means a failed tap, and an event that comes again', async () => {
    const ids: string[] = []
    await bot({
      'card.action.trigger': () => Promise.reject(new Error('broken')),
      'im.message.receive_v1'({ event_id }: Message) {
        ids.push(event_id)
        if (ids.length === 1) throw new Error('broken')
      },
    })
    expect(await campus.chat.tap(contact.openId, await sendCard(), tapped)).toMatchObject({ code: 200671 })
    await campus.chat.say(contact.openId, '你好')
    await clock.pass(15_000)
    await vi.waitFor(() => expect(ids).toHaveLength(2))
    expect(new Set(ids).size).toBe(1)
  })

  it('comes back by itself after the platform has cut it, and hears what was missed', async () => {
    const heard: string[] = []
    await bot({
      'im.message.receive_v1': ({ message }: Message) => void heard.push(JSON.parse(message.content).text),
    })
    campus.chat.misbehave({ down: true })
    await connected(0)
    await campus.chat.say(contact.openId, '断线时说的话')
    expect(heard).toEqual([])
    campus.chat.misbehave({})
    await connected(1)
    await clock.pass(15_000)
    await vi.waitFor(() => expect(heard).toEqual(['断线时说的话']))
  })
})

describe('the sandbox', () => {
  it('hands each event to one connection only', async () => {
    const heard: string[] = []
    for (const name of ['one', 'other']) await bot({ 'im.message.receive_v1': () => void heard.push(name) })
    for (let time = 0; time < 4; time++) await campus.chat.say(contact.openId, '你好')
    expect(heard.sort()).toEqual(['one', 'one', 'other', 'other'])
  })

  it('fails a tap after 3 s without an answer, and at once when the connection is cut', async () => {
    await bot({ 'card.action.trigger': () => new Promise(() => {}) })
    const messageId = await sendCard()
    const slow = campus.chat.tap(contact.openId, messageId, tapped)
    await clock.pass(3000)
    expect(await slow).toMatchObject({ ok: false, code: 200341 })
    const cut = campus.chat.tap(contact.openId, messageId, tapped)
    campus.chat.misbehave({ down: true })
    expect(await cut).toMatchObject({ ok: false, code: 200342 })
  })

  it('keeps an event for its retries while nobody is connected', async () => {
    const heard: unknown[] = []
    await campus.chat.say(contact.openId, '有人吗')
    expect(await campus.chat.tap(contact.openId, await sendCard(), tapped)).toMatchObject({ code: 200340 })
    await bot({ 'im.message.receive_v1': ({ message }: Message) => void heard.push(message.content) })
    await clock.pass(15_000)
    await vi.waitFor(() => expect(heard).toEqual(['{"text":"有人吗"}']))
  })

  it('opens no connection with a wrong secret, without credentials, or with a ticket that was used', async () => {
    await expect(bot({}, 'wrong')).rejects.toThrow('code=514')
    const ask = (body: object) => call(campus.api, 'POST', '/callback/ws/endpoint', body)
    expect((await ask({})).code).toBe(1000040344)
    const { data } = await ask({ AppID: app.appId, AppSecret: app.appSecret })
    const path = new URL(String(data.URL)).pathname
    const upgrade = await fetch(`${platform.base}${path}?ticket=guessed`)
    expect([upgrade.status, upgrade.headers.get('handshake-status')]).toEqual([403, '403'])
    expect(campus.longConnections()).toBe(0)
  })

  it('answers its pings, so that a client that waits for them stays', async () => {
    const cut = vi.fn()
    const dispatcher = new EventDispatcher(quiet)
    const watchful = new WSClient({
      ...quiet,
      appId: app.appId,
      appSecret: app.appSecret,
      domain: platform.base,
      wsConfig: { pingTimeout: 0.2 },
      onReconnecting: cut,
    })
    bots.push(watchful)
    await watchful.start({ eventDispatcher: dispatcher })
    await connected(1)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(cut).not.toHaveBeenCalled()
  })
})
