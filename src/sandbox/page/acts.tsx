/** What one can do on the page, each as a POST. A refusal is a sentence, which the page shows as a toast. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import type { CampusChat, SandboxPerson } from '../model.ts'
import { messageIn } from './conversation.tsx'
import { Clock, FaultMenu, faultChoices } from './top-bar.tsx'

/** Feishu's limits for what is sent: pictures 10 MB, files 30 MB (protocol.md 4). */
const maxBytes = { image: 10 * 1024 * 1024, file: 30 * 1024 * 1024 }

const tapBody = z.object({
  value: z.exactOptional(z.unknown()),
  tag: z.string().max(50),
  name: z.exactOptional(z.string().max(200)),
  form: z.exactOptional(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
  option: z.exactOptional(z.string()),
  inputValue: z.exactOptional(z.string()),
})

export const findPerson = (chat: CampusChat, openId: string): SandboxPerson | undefined =>
  chat.people().find((person) => person.openId === openId)

/** Everything that happens in one person's chat. */
export function chatActs(chat: CampusChat): Hono {
  const routes = new Hono()
  routes.post('/chat/:openId/*', (c, next) => {
    if (findPerson(chat, c.req.param('openId')) !== undefined) return next()
    return Promise.resolve(c.text('没有这个人，请回到首页重新选择。', 404))
  })
  routes.post('/chat/:openId/enter', async (c) => {
    chat.markRead(c.req.param('openId'))
    await chat.enter(c.req.param('openId'))
    return c.body(null, 204)
  })
  routes.post('/chat/:openId/say', async (c) => {
    const text = (await c.req.parseBody()).text
    if (typeof text !== 'string' || text.trim() === '') return c.text('请先输入内容再发送。', 400)
    await chat.say(c.req.param('openId'), text.trim())
    return c.body(null, 204)
  })
  routes.post('/chat/:openId/menu/:key', async (c) => {
    await chat.tapMenu(c.req.param('openId'), c.req.param('key'))
    return c.body(null, 204)
  })
  routes.post(
    '/chat/:openId/files',
    bodyLimit({
      maxSize: maxBytes.file + 1024 * 1024,
      onError: (c) => c.text('文件超过 30 MB，请压缩后再发。', 413),
    }),
    (c) => receiveFile(chat, c.req.param('openId'), c),
  )
  routes.post('/chat/:openId/messages/:messageId/tap', (c) =>
    receiveTap(chat, c.req.param('openId'), c.req.param('messageId'), c),
  )
  return routes
}

async function receiveFile(chat: CampusChat, openId: string, c: Context): Promise<Response> {
  const body = await c.req.parseBody()
  const type = body.image instanceof File ? 'image' : 'file'
  const file = body[type]
  if (!(file instanceof File) || file.size === 0) return c.text('文件是空的，请换一个再发。', 400)
  if (file.size > maxBytes[type]) {
    return c.text(type === 'image' ? '图片超过 10 MB，请压缩后再发。' : '文件超过 30 MB，请压缩后再发。', 413)
  }
  await chat.sendFile(openId, { name: file.name, type, bytes: new Uint8Array(await file.arrayBuffer()) })
  return c.body(null, 204)
}

/** Answers with the toast and with the message as it stands after the tap. */
async function receiveTap(
  chat: CampusChat,
  openId: string,
  messageId: string,
  c: Context,
): Promise<Response> {
  const tap = tapBody.safeParse(await c.req.json().catch(() => undefined))
  if (!tap.success) return c.text('页面与沙盒的版本不一致，请刷新页面后再试。', 400)
  const answer = await chat.tap(openId, messageId, tap.data)
  const message = messageIn(chat, openId, messageId)
  const toast = answer.ok ? answer.toast : { type: 'error', content: withCode(answer.content, answer.code) }
  return c.json({ toast, html: message === undefined ? '' : String(await message) })
}

const withCode = (words: string, code: number): string =>
  words.includes(String(code)) ? words : `${words}（${code}）`

/** The clock and the faults, which belong to the whole campus. */
export function campusActs(chat: CampusChat): Hono {
  const routes = new Hono()
  routes.post('/clock/:days{[0-9]{1,3}}', (c) => {
    chat.moveClock(Number(c.req.param('days')))
    return c.html(<Clock now={chat.now()} />)
  })
  routes.post('/faults/:key', (c) => {
    const choice = faultChoices.find((one) => one.key === c.req.param('key'))
    if (choice === undefined) return c.text('没有这种故障，请刷新页面后再选。', 404)
    chat.misbehave(choice.faults)
    return c.html(<FaultMenu chat={chat} />)
  })
  return routes
}
