/** Changing what was sent: card updates, text edits, recalls, and the update after a tap (protocol.md 4.2, 2.5). */
import { type CheckCard, judgeCard } from '../card-check.ts'
import type { FileStore } from '../files.ts'
import type { Limiter } from '../limits.ts'
import type { MessageStore } from '../messages.ts'
import type { StoredMessage } from '../storage.ts'
import type { CardTokens } from '../tokens.ts'
import { isRefusal, type Refusal, refuse, refuseCard } from './answer.ts'
import { checkCard, checkContent } from './content.ts'
import { standing } from './send.ts'

/** A card can be updated and tapped for 14 days, ms (cards.md 1.7). */
export const CARD_LIFE = 14 * 24 * 60 * 60 * 1000
const EDITS = 20

export interface ChangeParts {
  readonly messages: MessageStore
  readonly files: FileStore
  readonly limiter: Limiter
  readonly checks: readonly CheckCard[]
  readonly cardTokens: CardTokens
  readonly now: () => number
  readonly changed: (message: StoredMessage, what: 'new' | 'changed') => void
}

/** Replaces a card. The order of the checks is: whose, recalled, age, tap in flight, content, pace. */
export function patchCard(parts: ChangeParts, messageId: string, content: string): Refusal | undefined {
  const message = ownMessage(parts, messageId)
  if (isRefusal(message)) return message
  if (message.type !== 'interactive') return refuse(230001, 'This message is NOT a card.')
  if (parts.now() - message.createdAt >= CARD_LIFE) return refuse(230031)
  if (parts.cardTokens.inFlight(messageId))
    return refuseCard({ code: 11310, message: 'card action is lock', path: 'ROOT' })
  const fault = checkCard(content, parts.checks, message.content)
  if (fault !== undefined) return fault
  if (parts.limiter.update(messageId) > 0) return refuse(230020)
  return replace(parts, message, content)
}

/** Edits a text or a post, at most 20 times; the kind cannot change. */
export function editText(
  parts: ChangeParts,
  messageId: string,
  type: string,
  content: string,
): StoredMessage | Refusal {
  const message = ownMessage(parts, messageId)
  if (isRefusal(message)) return message
  if (message.type !== type) return refuse(230001, 'msg_type differs from the message')
  const fault = checkContent(message.type, content, parts)
  if (fault !== undefined) return fault
  if (message.changes >= EDITS) return refuse(230072)
  replace(parts, message, content)
  return parts.messages.find(messageId) ?? message
}

/** Recalls an own message; a second recall finds it gone (230110). */
export function recall(parts: ChangeParts, messageId: string): Refusal | undefined {
  if (parts.messages.find(messageId)?.recalled === true) return refuse(230110)
  const message = ownMessage(parts, messageId)
  if (isRefusal(message)) return message
  parts.messages.recall(messageId, parts.now())
  parts.changed(message, 'changed')
  return undefined
}

/** The delayed update by a tap's token: after the answer, within 30 minutes, twice. `card` is an object. */
export function updateByToken(parts: ChangeParts, token: string, card: object): Refusal | undefined {
  const { state, messageId } = parts.cardTokens.look(token)
  if (!token.startsWith('c-') || state === 'unknown') return refuse(300020)
  if (state === 'expired') return refuse(300030)
  if (state === 'used-up') return refuse(300040)
  if (state === 'in-flight') return refuse(200810)
  const message = standing(parts.messages, messageId)
  if (isRefusal(message)) return refuse(200000)
  const content = JSON.stringify(card)
  const verdict = judgeCard(content, message.content, parts.checks)
  if (verdict.is === 'too-long') return refuse(100000)
  if (verdict.is === 'faulty')
    return refuse(11311, `ErrCode: ${verdict.fault.code}; ErrMsg: ${verdict.fault.message}`)
  parts.cardTokens.use(token)
  return replace(parts, message, content)
}

function ownMessage(parts: ChangeParts, messageId: string): StoredMessage | Refusal {
  const message = standing(parts.messages, messageId)
  return !isRefusal(message) && message.from !== 'bot' ? refuse(230027) : message
}

function replace(parts: ChangeParts, message: StoredMessage, content: string): undefined {
  parts.messages.change(message.messageId, content, parts.now())
  parts.changed(message, 'changed')
}
