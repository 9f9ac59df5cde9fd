/** Sending to a person: who, what, once per uuid, five a second (protocol.md 4.2). */
import * as z from 'zod'
import type { CheckCard } from '../card-check.ts'
import type { FileStore } from '../files.ts'
import type { Limiter } from '../limits.ts'
import type { MessageStore } from '../messages.ts'
import type { SandboxMessage, SandboxPerson } from '../model.ts'
import type { Directory } from '../people.ts'
import type { StoredMessage } from '../storage.ts'
import { isRefusal, type Refusal, refuse } from './answer.ts'
import { checkContent, messageType } from './content.ts'

export const sendBody = z.object({
  receive_id: z.string().min(1),
  msg_type: messageType,
  content: z.string(),
  uuid: z.string().max(50).optional(),
})
export const replyBody = sendBody.omit({ receive_id: true })
const receiveIdType = z.enum(['open_id', 'union_id', 'user_id', 'email', 'chat_id'])

export interface SendParts {
  readonly directory: Directory
  readonly messages: MessageStore
  readonly files: FileStore
  readonly limiter: Limiter
  readonly checks: readonly CheckCard[]
  readonly unavailable: Pick<ReadonlySet<string>, 'has'>
  readonly now: () => number
  readonly ids: () => string
  /** Tells the clients that a chat changed. */
  readonly changed: (message: StoredMessage, what: 'new' | 'changed') => void
}

interface Outgoing {
  readonly type: SandboxMessage['type']
  readonly content: string
  readonly uuid: string | undefined
  /** The message that is answered. */
  readonly parent?: StoredMessage
}

/** The receiver, or the refusal: unknown kind of id, unknown id (230034, 230002), out of range (230013). */
export function receiver(parts: SendParts, type: string | undefined, id: string): SandboxPerson | Refusal {
  const kind = receiveIdType.safeParse(type)
  if (!kind.success)
    return refuse(99992402, 'receive_id_type must be one of open_id, union_id, user_id, email, chat_id')
  const person = parts.directory.byId(kind.data, id)
  if (person === undefined) return refuse(kind.data === 'chat_id' ? 230002 : 230034)
  return parts.unavailable.has(person.openId) ? refuse(230013) : person
}

/** Puts the message into the chat and returns it; with a uuid that was used within the hour, the first one. */
export function send(parts: SendParts, person: SandboxPerson, out: Outgoing): StoredMessage | Refusal {
  const fault = checkContent(out.type, out.content, parts)
  if (fault !== undefined) return fault
  const earlier = out.uuid === undefined ? undefined : parts.messages.sentWith(out.uuid, parts.now())
  if (earlier !== undefined) return earlier
  const chatId = parts.directory.chatIdOf(person)
  if (parts.limiter.sendTo(chatId) > 0) return refuse(230020)
  const message = compose(parts, person, chatId, out)
  parts.messages.add(message)
  parts.changed(message, 'new')
  return message
}

/** The message that may be answered or changed, or why not. */
export function standing(messages: MessageStore, messageId: string): StoredMessage | Refusal {
  const message = messages.find(messageId)
  if (message === undefined) return refuse(230001, 'invalid message_id')
  return message.recalled ? refuse(230011) : message
}

/** Answers in the chat of `messageId`. */
export function reply(parts: SendParts, messageId: string, out: Outgoing): StoredMessage | Refusal {
  const parent = standing(parts.messages, messageId)
  if (isRefusal(parent)) return parent
  const person = receiver(parts, 'open_id', parent.openId)
  return isRefusal(person) ? person : send(parts, person, { ...out, parent })
}

function compose(parts: SendParts, person: SandboxPerson, chatId: string, out: Outgoing): StoredMessage {
  const at = parts.now()
  return {
    messageId: `om_${parts.ids()}`,
    chatId,
    openId: person.openId,
    from: 'bot',
    type: out.type,
    content: out.content,
    createdAt: at,
    updatedAt: at,
    recalled: false,
    changes: 0,
    ...(out.uuid === undefined ? {} : { uuid: out.uuid }),
    ...(out.parent === undefined
      ? {}
      : { parentId: out.parent.messageId, rootId: out.parent.rootId ?? out.parent.messageId }),
  }
}
