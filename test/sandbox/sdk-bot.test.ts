/** A whole bot made with the official SDK alone, over real connections: address check, words, form, toast, new card. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { adaptDefault, Client, EventDispatcher } from '@larksuiteoapi/node-sdk'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Campus, createCampus } from '../../src/sandbox/campus.ts'
import { app, card, contact, listen, nextId } from './world.ts'

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }
const submit = {
  tag: 'button',
  name: 'go',
  form_action_type: 'submit',
  text: { tag: 'plain_text', content: '提交' },
}
const form = card({ tag: 'form', name: 'f', elements: [{ tag: 'input', name: 'title' }, submit] })
const answered = (title: string) => card({ tag: 'markdown', content: `已收到：${title}` })

let campus: Campus
let platform: Awaited<ReturnType<typeof listen>>
let bot: Server

interface Message {
  readonly message: { readonly message_id: string; readonly content: string }
}
interface Click {
  readonly action: { readonly form_value: { readonly title: string } }
}

function startBot(client: () => Client): Server {
  const dispatcher = new EventDispatcher({ encryptKey: app.encryptKey, logger: silent })
  dispatcher.register({
    'im.message.receive_v1': async ({ message }: Message) => {
      const data = { msg_type: 'interactive', content: JSON.stringify(form) }
      await client().im.message.reply({ path: { message_id: message.message_id }, data })
    },
    'card.action.trigger': ({ action }: Click) => ({
      toast: { type: 'success', content: '已提交' },
      card: { type: 'raw', data: answered(action.form_value.title) },
    }),
  } as Parameters<typeof dispatcher.register>[0])
  return createServer(adaptDefault('/feishu', dispatcher, { autoChallenge: true }))
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

beforeAll(async () => {
  const { appId, appSecret } = app
  bot = startBot(() => new Client({ appId, appSecret, domain: platform.base, logger: silent }))
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve))
  campus = createCampus({
    people: [contact],
    app,
    webhookUrl: () => `http://127.0.0.1:${portOf(bot)}/feishu`,
    clock: { now: () => Date.now(), moveDays() {} },
    menu: [],
    ids: nextId,
  })
  platform = await listen(campus.api)
})

afterAll(async () => {
  campus.close()
  bot.closeAllConnections()
  await new Promise((resolve) => bot.close(resolve))
  await platform.close()
})

it('the address is saved, since the challenge comes back', async () => {
  expect(await campus.verifyUrl()).toEqual({ ok: true })
})

it('a person writes, gets a form, fills it in, and sees toast and new card', async () => {
  const { chat } = campus
  await chat.say(contact.openId, '填报目标')
  const received = chat.messages(contact.openId).at(-1)
  expect(received).toMatchObject({ from: 'bot', type: 'interactive', content: JSON.stringify(form) })
  const tap = { tag: 'button', name: 'go', form: { title: '建设一流课程' } }
  const answer = await chat.tap(contact.openId, received?.messageId ?? '', tap)
  expect(answer).toEqual({ ok: true, toast: { type: 'success', content: '已提交' } })
  expect(chat.messages(contact.openId).at(-1)?.content).toBe(JSON.stringify(answered('建设一流课程')))
})
