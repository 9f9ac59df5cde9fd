/** What people do in the campus chat: read, write, send files, use the menu, tap cards. */
import { CARD_LIFE } from './api/change.ts'
import type { CheckCard } from './card-check.ts'
import { enteredEvent, envelope, menuEvent, messageEvent, tapEvent } from './delivery/envelope.ts'
import type { EventDelivery } from './delivery/events.ts'
import type { PostOutcome } from './delivery/post.ts'
import { tapAction } from './delivery/tap-action.ts'
import { readTapOutcome } from './delivery/tap-answer.ts'
import type { FaultSwitch } from './faults.ts'
import type { FileStore } from './files.ts'
import type { MessageStore } from './messages.ts'
import type { SandboxFile, SandboxPerson, Tap, TapAnswer } from './model.ts'
import type { SandboxApp, Untouched } from './options.ts'
import type { Directory } from './people.ts'
import type { StoredMessage } from './storage.ts'
import type { CardTokens } from './tokens.ts'

export interface ChatParts {
  readonly app: SandboxApp
  readonly directory: Directory
  readonly messages: MessageStore
  readonly files: FileStore
  readonly checks: readonly CheckCard[]
  readonly cardTokens: CardTokens
  readonly faults: FaultSwitch
  readonly events: EventDelivery
  readonly post: (body: string) => Promise<PostOutcome>
  readonly untouched: Untouched
  readonly now: () => number
  readonly ids: () => string
  readonly changed: (message: StoredMessage, what: 'new' | 'changed') => void
  readonly log: (line: string) => void
}

/** The person writes a text; resolves after the first delivery, whether it was taken or not. */
export function say(parts: ChatParts, openId: string, text: string, repliesTo?: string): Promise<void> {
  return write(parts, openId, 'text', { text }, repliesTo)
}

/** The person sends a picture or a file. Rejects an empty file, as the client does. */
export async function sendFile(parts: ChatParts, openId: string, file: SandboxFile): Promise<void> {
  if (file.bytes.byteLength === 0) throw new RangeError('文件是空的，请换一个文件。')
  const key = parts.files.keep(file)
  const content = file.type === 'image' ? { image_key: key } : { file_key: key, file_name: file.name }
  await write(parts, openId, file.type, content)
}

/** The person picks an item of the bot's menu. */
export function tapMenu(parts: ChatParts, openId: string, key: string): Promise<void> {
  return emit(parts, 'application.bot.menu_v6', menuEvent(personOf(parts, openId), key, parts.now()))
}

/** The person opens the chat with the bot. */
export function enter(parts: ChatParts, openId: string): Promise<void> {
  const person = personOf(parts, openId)
  const event = enteredEvent(person, parts.directory.chatIdOf(person), parts.messages.ofPerson(openId).at(-1))
  return emit(parts, 'im.chat.access_event.bot_p2p_chat_entered_v1', event)
}

/** The person taps a card: one callback, answered within 3 s or never; the answer's card replaces the tapped one. */
export async function tap(
  parts: ChatParts,
  openId: string,
  messageId: string,
  what: Tap,
): Promise<TapAnswer> {
  const person = personOf(parts, openId)
  const message = parts.messages.find(messageId)
  const dead = whyDead(message, openId, parts.now())
  if (message === undefined || dead !== undefined)
    return { ok: false, code: 200080, content: `${dead}（code: 200080）` }
  const token = parts.cardTokens.mint(messageId)
  const action = tapAction(what, message.content, parts.untouched)
  const event = tapEvent(parts.app, person, message, token, action)
  const body = envelope(parts.app, {
    eventId: parts.ids(),
    type: 'card.action.trigger',
    at: parts.now(),
    event,
  })
  return await settleTap(parts, message, token, body)
}

async function settleTap(
  parts: ChatParts,
  message: StoredMessage,
  token: string,
  body: string,
): Promise<TapAnswer> {
  const outcome = await parts.post(body)
  parts.cardTokens.answered(token)
  const current = parts.messages.find(message.messageId) ?? message
  const result = readTapOutcome(outcome, current.content, parts.checks)
  if (result.detail !== undefined) parts.log(`tap on ${message.messageId}: ${result.detail}`)
  if (result.card !== undefined) {
    parts.messages.change(message.messageId, result.card, parts.now())
    parts.changed(message, 'changed')
  }
  for (let left = parts.faults.current().redeliver ?? 0; left > 0; left--) await parts.post(body)
  return result.answer
}

function whyDead(message: StoredMessage | undefined, openId: string, now: number): string | undefined {
  if (message === undefined || message.openId !== openId) return '没有这条消息，请刷新后再试'
  if (message.recalled) return '这条消息已撤回'
  if (message.type !== 'interactive') return '这条消息不是卡片，不能点击'
  return now - message.createdAt >= CARD_LIFE ? '这张卡片已过期，请使用机器人发来的新卡片' : undefined
}

function write(
  parts: ChatParts,
  openId: string,
  type: StoredMessage['type'],
  content: object,
  repliesTo?: string,
): Promise<void> {
  const person = personOf(parts, openId)
  const at = parts.now()
  const message: StoredMessage = {
    messageId: `om_${parts.ids()}`,
    chatId: parts.directory.chatIdOf(person),
    openId,
    from: 'person',
    type,
    content: JSON.stringify(content),
    createdAt: at,
    updatedAt: at,
    recalled: false,
    changes: 0,
    ...(repliesTo !== undefined && { parentId: repliesTo }),
  }
  parts.messages.add(message)
  parts.changed(message, 'new')
  return emit(parts, 'im.message.receive_v1', messageEvent(parts.app, person, message))
}

function emit(parts: ChatParts, type: string, event: object): Promise<void> {
  const eventId = parts.ids()
  return parts.events.deliver(eventId, envelope(parts.app, { eventId, type, at: parts.now(), event }))
}

function personOf(parts: ChatParts, openId: string): SandboxPerson {
  const person = parts.directory.byOpenId(openId)
  if (person === undefined) throw new RangeError(`沙盒里没有这个人：${openId}`)
  return person
}
