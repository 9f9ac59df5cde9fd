/** The JSON of events and of card taps: envelope 2.0 (protocol.md 1.3, 1.9, 2.1, 3). */
import type { SandboxPerson } from '../model.ts'
import type { SandboxApp } from '../options.ts'
import { idsOf } from '../people.ts'
import type { StoredMessage } from '../storage.ts'

interface Delivery {
  readonly eventId: string
  readonly type: string
  /** Milliseconds. Taps carry it in microseconds, as the platform does. */
  readonly at: number
  readonly event: object
}

/** The compact JSON text of a delivery, its header in the order that the platform uses. */
export function envelope(app: SandboxApp, delivery: Delivery): string {
  const createTime = delivery.type === 'card.action.trigger' ? `${delivery.at}000` : `${delivery.at}`
  const header = {
    event_id: delivery.eventId,
    token: app.verificationToken,
    create_time: createTime,
    event_type: delivery.type,
    tenant_key: app.tenantKey,
    app_id: app.appId,
  }
  return JSON.stringify({ schema: '2.0', header, event: delivery.event })
}

/** `im.message.receive_v1` of a private chat. */
export function messageEvent(app: SandboxApp, person: SandboxPerson, message: StoredMessage): object {
  return {
    sender: { sender_id: idsOf(person), sender_type: 'user', tenant_key: app.tenantKey },
    message: {
      message_id: message.messageId,
      create_time: `${message.createdAt}`,
      update_time: `${message.updatedAt}`,
      chat_id: message.chatId,
      chat_type: 'p2p',
      message_type: message.type,
      content: message.content,
      ...(message.parentId !== undefined && { parent_id: message.parentId, root_id: message.parentId }),
    },
  }
}

/** `application.bot.menu_v6`; its timestamp is in seconds. */
export function menuEvent(person: SandboxPerson, key: string, at: number): object {
  const operator = { operator_name: person.name, operator_id: idsOf(person) }
  return { operator, event_key: key, timestamp: Math.floor(at / 1000) }
}

/** `im.chat.access_event.bot_p2p_chat_entered_v1`. */
export function enteredEvent(person: SandboxPerson, chatId: string, last: StoredMessage | undefined): object {
  const latest =
    last === undefined
      ? {}
      : { last_message_id: last.messageId, last_message_create_time: `${last.createdAt}` }
  return { chat_id: chatId, operator_id: idsOf(person), ...latest }
}

/** `card.action.trigger`. `token` is the card's update token. */
export function tapEvent(
  app: SandboxApp,
  person: SandboxPerson,
  message: StoredMessage,
  token: string,
  action: object,
): object {
  return {
    operator: { tenant_key: app.tenantKey, ...idsOf(person) },
    token,
    action,
    host: 'im_message',
    context: { open_message_id: message.messageId, open_chat_id: message.chatId },
  }
}
