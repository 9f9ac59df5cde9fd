/** The sandbox's chat page: a campus chat in the browser, seen as any of its people. */
import { type Context, Hono } from 'hono'
import type { CampusChat } from '../model.ts'
import { campusActs, chatActs, findPerson } from './acts.tsx'
import { assetRoutes, type PageAssets } from './assets.ts'
import type { Drawn } from './card/drawing.ts'
import { Conversation, MessagesBefore, NobodyChosen } from './conversation.tsx'
import { fileRoutes } from './files.ts'
import { contentPolicy, sameOrigin } from './guard.ts'
import { Page } from './layout.tsx'
import { follow } from './live.tsx'

/** The page as an app to be mounted at the root of its own origin; its addresses begin with `/`. */
export function chatPage(chat: CampusChat, assets: PageAssets): Hono {
  const page = new Hono()
  page.use(contentPolicy, sameOrigin)
  page.onError((fault, c) => c.text(`沙盒没有完成这一步：${fault.message}`, 500))
  page.get('/', (c) => show(c, chat, undefined, <NobodyChosen />))
  page.get('/events', (c) => follow(c, chat, undefined))
  page.route('/', assetRoutes(assets))
  page.route('/', fileRoutes(chat))
  page.route('/', campusActs(chat))
  page.route('/', chatActs(chat))
  page.route('/', chatViews(chat))
  return page
}

function chatViews(chat: CampusChat): Hono {
  const views = new Hono()
  views.get('/chat/:openId', (c) => {
    const person = findPerson(chat, c.req.param('openId'))
    if (person === undefined) return c.redirect('/')
    return show(c, chat, person.openId, <Conversation chat={chat} person={person} />)
  })
  views.get('/chat/:openId/earlier', (c) => {
    const person = findPerson(chat, c.req.param('openId'))
    if (person === undefined) return c.redirect('/')
    return c.html(<MessagesBefore chat={chat} person={person} before={c.req.query('before')} />)
  })
  views.get('/chat/:openId/events', (c) => follow(c, chat, c.req.param('openId')))
  return views
}

/** The whole document, or only the conversation when htmx asks for it. */
function show(
  c: Context,
  chat: CampusChat,
  chosen: string | undefined,
  conversation: Drawn,
): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'HX-Request')
  const whole =
    c.req.header('HX-Request') === undefined || c.req.header('HX-History-Restore-Request') === 'true'
  if (!whole) return c.html(conversation)
  return c.html(
    <Page chat={chat} chosen={chosen}>
      {conversation}
    </Page>,
  )
}
