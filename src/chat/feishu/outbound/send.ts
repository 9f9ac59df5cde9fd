import type { Message } from '../../../../cards/kit.ts'
import { type MessageRef, PlatformError } from '../../port.ts'
import { renderCard } from '../render-card.ts'
import type { Api } from './api.ts'
import { cardOf, textContent } from './content.ts'
import { uploadFile } from './upload.ts'

/** A group chat's ids begin so, a person's with `ou_` (protocol 2.5). */
const isChat = (to: string): boolean => to.startsWith('oc_')

/** Sends to one person or group; `key` makes a repetition within an hour harmless (protocol 4.2). Throws `PlatformError`. */
export async function sendMessage(api: Api, to: string, message: Message, key: string): Promise<MessageRef> {
  const body = await contentOf(api, message)
  return api.withClient('send message', async (client) => {
    const answer = await client.im.message.create({
      params: { receive_id_type: isChat(to) ? 'chat_id' : 'open_id' },
      data: { receive_id: to, uuid: key, ...body },
    })
    const messageId = answer.data?.message_id
    if (messageId === undefined) throw new PlatformError({ kind: 'unreachable', detail: 'no message id' })
    return { messageId, chatId: answer.data?.chat_id ?? '' }
  })
}

async function contentOf(
  api: Api,
  message: Message,
): Promise<{ readonly msg_type: string; readonly content: string }> {
  switch (message.kind) {
    case 'text':
      return { msg_type: 'text', content: textContent(message.text) }
    case 'card':
      return { msg_type: 'interactive', content: JSON.stringify(renderCard(message.card)) }
    case 'file': {
      const key = await uploadFile(api, message.name, message.bytes)
      return { msg_type: 'file', content: JSON.stringify({ file_key: key }) }
    }
  }
}

/** Replaces a sent card, for 14 days (protocol 4.2). Throws `PlatformError`. */
export async function updateMessage(api: Api, messageId: string, message: Message): Promise<void> {
  const card = cardOf(message)
  if (card === undefined) throw new PlatformError({ kind: 'refused', detail: 'a file cannot replace a card' })
  await api.withClient('update message', (client) =>
    client.im.message.patch({
      path: { message_id: encodeURIComponent(messageId) },
      data: { content: JSON.stringify(card) },
    }),
  )
}
