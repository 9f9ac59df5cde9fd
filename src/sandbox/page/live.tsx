/** Changes as they happen, by server-sent events: each carries the HTML of what changed, and nothing else. */
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { CampusChat, ChatChange } from '../model.ts'
import type { Drawn } from './card/drawing.ts'
import { messageIn } from './conversation.tsx'
import { PersonRow } from './people-list.tsx'
import { Clock } from './top-bar.tsx'

/** Changes that come together are sent together. */
const gatherMs = 30

/** Follows the campus: everyone's row in the list, the clock, and the messages of the chat that is `open`. */
export function follow(c: Context, chat: CampusChat, open: string | undefined): Response {
  return streamSSE(c, async (stream) => {
    const inbox = changeInbox(chat)
    stream.onAbort(inbox.close)
    await send(stream, everything(chat, open))
    for (let changes = await inbox.next(); changes.length > 0; changes = await inbox.next()) {
      await stream.sleep(gatherMs)
      const all = [...changes, ...inbox.take()]
      if (open !== undefined && all.some((one) => one.what === 'new' && one.openId === open))
        chat.markRead(open)
      await send(stream, whatChanged(chat, open, all))
    }
  })
}

interface Inbox {
  /** Waits for changes; none once the browser has gone. */
  next(): Promise<readonly ChatChange[]>
  /** What has come since, without waiting. */
  take(): readonly ChatChange[]
  close(): void
}

function changeInbox(chat: CampusChat): Inbox {
  let waiting: ChatChange[] = []
  let closed = false
  let wake = (): void => {}
  const unsubscribe = chat.subscribe((change) => {
    waiting.push(change)
    wake()
  })
  const take = (): readonly ChatChange[] => {
    const taken = waiting
    waiting = []
    return taken
  }
  return {
    take,
    async next() {
      if (waiting.length === 0 && !closed) await new Promise<void>((resolve) => (wake = resolve))
      return closed ? [] : take()
    },
    close() {
      closed = true
      unsubscribe()
      wake()
    },
  }
}

/** A browser that has been away gets the present state; it leaves alone what it already shows. */
function everything(chat: CampusChat, open: string | undefined): readonly Drawn[] {
  const recent = open === undefined ? [] : chat.messages(open).slice(-20)
  return [
    <Clock now={chat.now()} />,
    ...chat
      .people()
      .map((person) => <PersonRow chat={chat} person={person} current={person.openId === open} />),
    ...recent.flatMap((message) => messageIn(chat, message.openId, message.messageId) ?? []),
  ]
}

function whatChanged(
  chat: CampusChat,
  open: string | undefined,
  changes: readonly ChatChange[],
): readonly Drawn[] {
  const touched = new Set(changes.map((change) => change.openId))
  const rows = chat.people().filter((person) => touched.has(person.openId))
  const ids = new Set(
    changes.flatMap((one) => (one.openId === open && one.messageId !== undefined ? [one.messageId] : [])),
  )
  return [
    ...(changes.some((change) => change.what === 'clock') ? [<Clock now={chat.now()} />] : []),
    ...rows.map((person) => <PersonRow chat={chat} person={person} current={person.openId === open} />),
    ...[...ids].flatMap((id) => (open === undefined ? [] : (messageIn(chat, open, id) ?? []))),
  ]
}

async function send(stream: SSEStreamingApi, drawn: readonly Drawn[]): Promise<void> {
  const html = await Promise.all(drawn.map(async (one) => String(await one)))
  await stream.writeSSE({ event: 'update', data: html.join('') })
}
