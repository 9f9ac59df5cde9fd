import type { Params } from '../../../cards/kit.ts'
import type { TapReply } from '../port.ts'
import { cardOf } from './outbound/content.ts'

/** The body that answers a card callback: `{}` shows nothing (protocol 2.2). */
export function answerTap(reply: TapReply): Params {
  const card = reply.message === undefined ? undefined : cardOf(reply.message)
  return {
    ...(reply.toast === undefined ? {} : { toast: { type: reply.toast.tone, content: reply.toast.text } }),
    ...(card === undefined ? {} : { card: { type: 'raw', data: card } }),
  }
}
