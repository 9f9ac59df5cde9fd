/** The message calls: send, reply, update, edit, recall, read, the chat, the delayed card update (protocol.md 2.5, 4.2). */
import { Hono, type MiddlewareHandler } from 'hono'
import * as z from 'zod'
import type { SandboxApp } from '../options.ts'
import { answerRefusal, isRefusal, refuse, succeed } from './answer.ts'
import { readBody } from './body.ts'
import { type ChangeParts, editText, patchCard, recall, updateByToken } from './change.ts'
import { messageView } from './message-view.ts'
import { receiver, reply, replyBody, type SendParts, send, sendBody } from './send.ts'

const BASE = '/open-apis/im/v1/messages'
const cardBody = z.object({ content: z.string() })
const editBody = z.object({ msg_type: z.enum(['text', 'post']), content: z.string() })
const delayedBody = z.object({ token: z.string(), card: z.record(z.string(), z.unknown()) })

type Guard = (api: string) => MiddlewareHandler

/** All routes about messages. */
export function messageRoutes(app: SandboxApp, parts: SendParts & ChangeParts, guard: Guard): Hono {
  const routes = new Hono()
  routes.route('/', sendingRoutes(app, parts, guard))
  routes.route('/', changingRoutes(app, parts, guard))
  routes.route('/', readingRoutes(app, parts, guard))
  return routes
}

function sendingRoutes(app: SandboxApp, parts: SendParts, guard: Guard): Hono {
  const routes = new Hono()
  routes.post(BASE, guard('messages.create'), async (c) => {
    const read = await readBody(c, sendBody, 230001)
    if (isRefusal(read)) return answerRefusal(c, read)
    const person = receiver(parts, c.req.query('receive_id_type'), read.body.receive_id)
    if (isRefusal(person)) return answerRefusal(c, person)
    const { msg_type, content, uuid } = read.body
    const sent = send(parts, person, { type: msg_type, content, uuid })
    return isRefusal(sent) ? answerRefusal(c, sent) : succeed(c, messageView(app, sent))
  })
  routes.post(`${BASE}/:id/reply`, guard('messages.reply'), async (c) => {
    const read = await readBody(c, replyBody, 230001)
    if (isRefusal(read)) return answerRefusal(c, read)
    const { msg_type, content, uuid } = read.body
    const sent = reply(parts, c.req.param('id'), { type: msg_type, content, uuid })
    return isRefusal(sent) ? answerRefusal(c, sent) : succeed(c, messageView(app, sent))
  })
  return routes
}

function changingRoutes(app: SandboxApp, parts: ChangeParts, guard: Guard): Hono {
  const routes = new Hono()
  routes.patch(`${BASE}/:id`, guard('messages.patch'), async (c) => {
    const read = await readBody(c, cardBody, 230001)
    const refusal = isRefusal(read) ? read : patchCard(parts, c.req.param('id'), read.body.content)
    return refusal === undefined ? succeed(c, {}, 'ok') : answerRefusal(c, refusal)
  })
  routes.put(`${BASE}/:id`, guard('messages.update'), async (c) => {
    const read = await readBody(c, editBody, 230001)
    const edited = isRefusal(read)
      ? read
      : editText(parts, c.req.param('id'), read.body.msg_type, read.body.content)
    return isRefusal(edited) ? answerRefusal(c, edited) : succeed(c, messageView(app, edited))
  })
  routes.delete(`${BASE}/:id`, guard('messages.delete'), (c) => {
    const refusal = recall(parts, c.req.param('id'))
    return refusal === undefined ? succeed(c, {}) : answerRefusal(c, refusal)
  })
  routes.post('/open-apis/interactive/v1/card/update', guard('card.update'), async (c) => {
    const read = await readBody(c, delayedBody, 11311)
    const refusal = isRefusal(read) ? read : updateByToken(parts, read.body.token, read.body.card)
    return refusal === undefined ? c.json({ code: 0, msg: 'ok' }) : answerRefusal(c, refusal)
  })
  return routes
}

function readingRoutes(app: SandboxApp, parts: SendParts, guard: Guard): Hono {
  const routes = new Hono()
  routes.get(`${BASE}/:id`, guard('messages.get'), (c) => {
    const message = parts.messages.find(c.req.param('id'))
    if (message === undefined) return answerRefusal(c, refuse(230001, 'invalid message_id'))
    return succeed(c, { items: [messageView(app, message)] })
  })
  routes.get('/open-apis/im/v1/chats/:id', guard('chats.get'), (c) => {
    const person = parts.directory.byId('chat_id', c.req.param('id'))
    if (person === undefined) return answerRefusal(c, refuse(230002))
    return succeed(c, {
      avatar: '',
      name: '',
      description: '',
      chat_mode: 'p2p',
      chat_type: 'private',
      external: false,
      tenant_key: app.tenantKey,
      chat_status: 'normal',
    })
  })
  return routes
}
