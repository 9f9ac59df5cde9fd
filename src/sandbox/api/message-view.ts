/** A message as the API shows it (cards.md 2.3). */
import type { SandboxApp } from '../options.ts'
import type { StoredMessage } from '../storage.ts'

/** The `data` of send and reply, and the item of get. Times are decimal strings of milliseconds. */
export function messageView(app: SandboxApp, message: StoredMessage): object {
  const sender =
    message.from === 'bot'
      ? { id: app.appId, id_type: 'app_id', sender_type: 'app', tenant_key: app.tenantKey }
      : { id: message.openId, id_type: 'open_id', sender_type: 'user', tenant_key: app.tenantKey }
  return {
    message_id: message.messageId,
    ...(message.rootId === undefined ? {} : { root_id: message.rootId }),
    ...(message.parentId === undefined ? {} : { parent_id: message.parentId }),
    msg_type: message.type,
    create_time: `${message.createdAt}`,
    update_time: `${message.updatedAt}`,
    deleted: message.recalled,
    updated: message.updatedAt !== message.createdAt,
    chat_id: message.chatId,
    sender,
    body: { content: message.recalled ? 'This message was recalled' : message.content },
  }
}
