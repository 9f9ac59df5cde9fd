/** Deliveries of Feishu made by hand, for what no honest campus sends. */

import { CONFIG, type Delivery, deliver, eventOf } from '../chat/feishu/wire.ts'
import { APP } from '../world/campus.ts'
import type { Service } from '../world/service.ts'

export interface Answered {
  readonly status: number
  readonly body: string
}

/** Posts to the webhook as it is. */
export async function post(service: Pick<Service, 'url'>, delivery: Delivery): Promise<Answered> {
  const response = await fetch(`${service.url}/feishu/webhook`, {
    method: 'POST',
    headers: delivery.headers,
    body: delivery.body,
  })
  return { status: response.status, body: await response.text() }
}

export const seconds = (service: Pick<Service, 'clock'>): string =>
  String(Math.floor(service.clock.now() / 1000))

interface Ids {
  readonly eventId: string
  readonly messageId?: string
}

/** A text message of a private chat. */
export function messageEvent(
  openId: string,
  text: string,
  { eventId, messageId = `om_${eventId}` }: Ids,
): unknown {
  const event = {
    sender: { sender_id: { open_id: openId }, sender_type: 'user', tenant_key: APP.tenantKey },
    message: {
      message_id: messageId,
      chat_id: `oc_${openId}`,
      chat_type: 'p2p',
      message_type: 'text',
      content: JSON.stringify({ text }),
    },
  }
  return eventOf('im.message.receive_v1', event, { event_id: eventId })
}

/** A tap on a card: by anybody, with anything in it. */
export function tapEvent(
  openId: string,
  messageId: string,
  action: object,
  header: Record<string, string> & { event_id: string },
): unknown {
  const event = {
    operator: { open_id: openId, tenant_key: APP.tenantKey },
    token: 'c-295ee57216a5dc9de90fefd0aadb4b1d7d',
    action: { tag: 'button', ...action },
    host: 'im_message',
    context: { open_message_id: messageId, open_chat_id: `oc_${openId}` },
  }
  return eventOf('card.action.trigger', event, header)
}

/** Encrypted and signed at the present time of the service. */
export function signedNow(
  service: Pick<Service, 'clock'>,
  payload: unknown,
  encryptKey = CONFIG.encryptKey,
): Delivery {
  return deliver(payload, { timestamp: seconds(service), encryptKey })
}
