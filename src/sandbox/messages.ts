/** The messages of all private chats: kept in memory, recorded line by line, the oldest of a long chat let go. */
import type { Entry, Journal, StoredMessage } from './storage.ts'

/** A chat keeps its latest messages only, so that a sandbox left running stays small. */
const MESSAGES_PER_CHAT = 500
/** Feishu promises at most one success per uuid within one hour (protocol.md 4.2), ms. */
const UUID_LIFE = 60 * 60 * 1000
const UUIDS_KEPT = 20_000

export interface MessageStore {
  /** Takes over an entry of the log; entries of other kinds are passed by. */
  replay(entry: Entry): void
  add(message: StoredMessage): void
  /** Puts other content in its place: a card update or a text edit. */
  change(messageId: string, content: string, at: number): void
  recall(messageId: string, at: number): void
  markRead(openId: string): void
  find(messageId: string): StoredMessage | undefined
  ofPerson(openId: string): readonly StoredMessage[]
  unread(openId: string): number
  /** The message that was sent with this uuid less than an hour before `now`. */
  sentWith(uuid: string, now: number): StoredMessage | undefined
  /** The entries that rebuild the present state. */
  snapshot(): readonly Entry[]
}

interface Shelf {
  readonly messages: Map<string, StoredMessage>
  readonly chats: Map<string, string[]>
  readonly unread: Map<string, number>
  readonly uuids: Map<string, string>
}

/** A store that records what changes in `journal`. */
export function createMessageStore(journal: Journal): MessageStore {
  const shelf: Shelf = { messages: new Map(), chats: new Map(), unread: new Map(), uuids: new Map() }
  const happen = (entry: Entry) => {
    journal.record(entry)
    apply(shelf, entry)
  }
  return {
    replay: (entry) => apply(shelf, entry),
    add: (message) => happen({ what: 'message', message }),
    change: (messageId, content, at) => happen({ what: 'changed', messageId, content, at }),
    recall: (messageId, at) => happen({ what: 'recalled', messageId, at }),
    markRead: (openId) => happen({ what: 'read', openId }),
    find: (messageId) => shelf.messages.get(messageId),
    ofPerson: (openId) => listOf(shelf, openId),
    unread: (openId) => shelf.unread.get(openId) ?? 0,
    sentWith: (uuid, now) => sentWith(shelf, uuid, now),
    snapshot: () => snapshot(shelf),
  }
}

function apply(shelf: Shelf, entry: Entry): void {
  switch (entry.what) {
    case 'message':
      shelve(shelf, entry.message)
      break
    case 'changed':
      alter(shelf, entry.messageId, (message) => ({
        ...message,
        content: entry.content,
        updatedAt: entry.at,
        changes: message.changes + 1,
      }))
      break
    case 'recalled':
      alter(shelf, entry.messageId, (message) => ({ ...message, recalled: true, updatedAt: entry.at }))
      break
    case 'read':
      shelf.unread.delete(entry.openId)
      break
    case 'unread':
      shelf.unread.set(entry.openId, entry.count)
      break
    case 'file':
    case 'clock':
    case 'due':
    case 'settled':
      break
  }
}

function shelve(shelf: Shelf, message: StoredMessage): void {
  const chat = shelf.chats.get(message.openId) ?? []
  shelf.chats.set(message.openId, chat)
  shelf.messages.set(message.messageId, message)
  chat.push(message.messageId)
  if (message.from === 'bot') shelf.unread.set(message.openId, (shelf.unread.get(message.openId) ?? 0) + 1)
  if (message.uuid !== undefined) rememberUuid(shelf.uuids, message.uuid, message.messageId)
  if (chat.length > MESSAGES_PER_CHAT) shelf.messages.delete(chat.shift() ?? '')
}

function rememberUuid(uuids: Map<string, string>, uuid: string, messageId: string): void {
  uuids.set(uuid, messageId)
  if (uuids.size <= UUIDS_KEPT) return
  const [oldest] = uuids.keys()
  if (oldest !== undefined) uuids.delete(oldest)
}

function alter(shelf: Shelf, messageId: string, change: (message: StoredMessage) => StoredMessage): void {
  const message = shelf.messages.get(messageId)
  if (message !== undefined) shelf.messages.set(messageId, change(message))
}

function listOf(shelf: Shelf, openId: string): StoredMessage[] {
  return (shelf.chats.get(openId) ?? []).flatMap((messageId) => shelf.messages.get(messageId) ?? [])
}

function sentWith(shelf: Shelf, uuid: string, now: number): StoredMessage | undefined {
  const message = shelf.messages.get(shelf.uuids.get(uuid) ?? '')
  return message !== undefined && now - message.createdAt < UUID_LIFE ? message : undefined
}

function snapshot(shelf: Shelf): Entry[] {
  return [...shelf.chats.keys()].flatMap((openId): Entry[] => [
    ...listOf(shelf, openId).map((message): Entry => ({ what: 'message', message })),
    { what: 'unread', openId, count: shelf.unread.get(openId) ?? 0 },
  ])
}
