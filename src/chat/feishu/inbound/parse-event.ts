import type { ExternalPerson, Inbound } from '../../port.ts'
import { type JsonObject, objectAt, textAt } from '../json.ts'
import type { EventHeader } from './envelope.ts'
import { parseDirectory } from './parse-directory.ts'
import { readMessage } from './read-message.ts'
import { readForm, readValue } from './read-tap.ts'

/** The one event type that is a callback: answered with what the person sees (protocol 1.1). */
export const TAP_EVENT = 'card.action.trigger'

/** An event in our words (protocol 2.1, 3). What is unknown or malformed is `unsupported`, never an error. */
export function parseEvent(header: EventHeader, event: JsonObject): Inbound {
  switch (header.eventType) {
    case TAP_EVENT:
      return parseTap(header, event) ?? malformed(header)
    case 'im.message.receive_v1':
      return parseMessage(header, event) ?? malformed(header)
    case 'application.bot.menu_v6':
      return parseMenu(header, event) ?? malformed(header)
    case 'im.chat.access_event.bot_p2p_chat_entered_v1':
      return parseEntered(header, event) ?? malformed(header)
    default:
      return header.eventType.startsWith('contact.')
        ? parseDirectory(header, event)
        : { kind: 'unsupported', what: header.eventType }
  }
}

function parseTap(header: EventHeader, event: JsonObject): Inbound | undefined {
  const who = personOf(header, objectAt(event, 'operator'))
  const messageId = textAt(objectAt(event, 'context'), 'open_message_id')
  const action = objectAt(event, 'action')
  if (who === undefined || messageId === undefined || action === undefined) return undefined
  return {
    kind: 'tap',
    causes: [eventCause(header)],
    who,
    messageId,
    value: readValue(action.value),
    form: readForm(action),
  }
}

function parseMessage(header: EventHeader, event: JsonObject): Inbound | undefined {
  const sender = objectAt(event, 'sender')
  const message = objectAt(event, 'message')
  const messageId = textAt(message, 'message_id')
  const senderType = textAt(sender, 'sender_type')
  if (senderType === 'bot' || senderType === 'app')
    return { kind: 'unsupported', what: `message of a ${senderType}` }
  const who = personOf(header, objectAt(sender, 'sender_id'))
  if (who === undefined || message === undefined || messageId === undefined) return undefined
  const content = readMessage(message)
  if (content === undefined) {
    return { kind: 'unsupported', what: `message of type ${textAt(message, 'message_type') ?? 'none'}` }
  }
  const repliesTo = textAt(message, 'parent_id')
  return {
    kind: 'message',
    causes: [eventCause(header), `feishu:message:${messageId}`],
    who,
    chat: textAt(message, 'chat_id') ?? '',
    group: textAt(message, 'chat_type') !== 'p2p',
    messageId,
    ...(repliesTo === undefined ? {} : { repliesTo }),
    text: content.text,
    files: content.files,
  }
}

function parseMenu(header: EventHeader, event: JsonObject): Inbound | undefined {
  const who = personOf(header, objectAt(objectAt(event, 'operator'), 'operator_id'))
  const key = textAt(event, 'event_key')
  if (who === undefined || key === undefined) return undefined
  return { kind: 'menu', causes: [eventCause(header)], who, key }
}

function parseEntered(header: EventHeader, event: JsonObject): Inbound | undefined {
  const who = personOf(header, objectAt(event, 'operator_id'))
  return who && { kind: 'entered', causes: [eventCause(header)], who }
}

function personOf(header: EventHeader, ids: JsonObject | undefined): ExternalPerson | undefined {
  const openId = textAt(ids, 'open_id')
  return openId === undefined ? undefined : { platform: 'feishu', tenant: header.tenantKey, openId }
}

const eventCause = (header: EventHeader): string => `feishu:event:${header.eventId}`

const malformed = (header: EventHeader): Inbound => ({
  kind: 'unsupported',
  what: `${header.eventType} of an unknown shape`,
})
