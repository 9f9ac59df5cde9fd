import { ForgedRequestError, type Inbound } from '../../port.ts'
import type { FeishuConfig, FeishuLog } from '../config.ts'
import { isObject, parseJson, textAt } from '../json.ts'
import { decrypter } from './cipher.ts'
import { type EventHeader, readEnvelope } from './envelope.ts'
import { parseEvent, TAP_EVENT } from './parse-event.ts'
import { isSigned, sameSecret, signatureHolds } from './signature.ts'
import { toMilliseconds } from './timestamp.ts'

/** The largest body that is read, in bytes (protocol 1.10). */
export const MAX_BODY_BYTES = 1_048_576

/** Taps are never sent again; events are, for up to seven hours (protocol 1.7, 1.8). */
const FRESHNESS = { tapMs: 5 * 60_000, eventMs: 8 * 3_600_000 }

/**
 * The door for everything that Feishu sends: signature over the raw text, decryption, token, app and tenant,
 * then parsing, in the order of protocol 1.2. The returned function throws `ForgedRequestError`.
 */
export function receiver(
  config: FeishuConfig,
  deps: { readonly now: () => number; readonly log: FeishuLog },
): (headers: Headers, rawBody: string) => Inbound {
  const decrypt = decrypter(config.encryptKey)
  return (headers, rawBody) => {
    if (rawBody.length > MAX_BODY_BYTES) throw new ForgedRequestError(413, 'body too large')
    const signed = isSigned(headers)
    if (signed && !signatureHolds(headers, config.encryptKey, rawBody)) {
      throw new ForgedRequestError(401, 'wrong signature')
    }
    const envelope = readEnvelope(parseJson(openBody(rawBody, decrypt)))
    if (envelope === undefined) throw new ForgedRequestError(400, 'not a delivery of Feishu')
    if (envelope.kind === 'challenge') {
      requireToken(config, envelope.token)
      return { kind: 'challenge', challenge: envelope.challenge }
    }
    if (!signed) throw new ForgedRequestError(401, 'no signature')
    if (envelope.kind === 'old-card') return { kind: 'unsupported', what: 'card.action.trigger_v1' }
    requireToken(config, envelope.header.token)
    requireOurApp(config, envelope.header)
    requireFresh(config, deps, headers, envelope.header)
    return parseEvent(envelope.header, envelope.event)
  }
}

/** The plain JSON text. An unencrypted body is refused: without the key nobody can have signed it for us. */
function openBody(rawBody: string, decrypt: (encrypted: string) => string | undefined): string {
  const body = parseJson(rawBody)
  if (!isObject(body)) throw new ForgedRequestError(400, 'not JSON')
  const encrypted = textAt(body, 'encrypt')
  if (encrypted === undefined) throw new ForgedRequestError(401, 'not encrypted')
  const plain = decrypt(encrypted)
  if (plain === undefined) throw new ForgedRequestError(400, 'cannot be decrypted')
  return plain
}

function requireToken(config: FeishuConfig, given: string): void {
  if (!sameSecret(config.verificationToken, given)) {
    throw new ForgedRequestError(401, 'wrong verification token')
  }
}

/** The delivery is for our app, and from our tenant where one is set. Throws `ForgedRequestError`. */
export function requireOurApp(config: FeishuConfig, header: EventHeader): void {
  if (header.appId !== config.appId) throw new ForgedRequestError(401, 'another app')
  if (config.tenantKey !== undefined && header.tenantKey !== config.tenantKey) {
    throw new ForgedRequestError(401, 'another tenant')
  }
}

/** De-duplication by id is what stops a replay; the age only narrows it (protocol 1.8). */
function requireFresh(
  config: FeishuConfig,
  deps: { readonly now: () => number; readonly log: FeishuLog },
  headers: Headers,
  header: EventHeader,
): void {
  const { tapMs, eventMs } = config.freshness ?? FRESHNESS
  const sentAt = toMilliseconds(headers.get('x-lark-request-timestamp') ?? '')
  const age = sentAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(deps.now() - sentAt)
  if (header.eventType === TAP_EVENT) {
    if (age > tapMs) throw new ForgedRequestError(401, 'too old')
    return
  }
  if (age > eventMs) {
    deps.log.warn(
      { eventId: header.eventId, eventType: header.eventType, ageMs: age },
      'an old event came in',
    )
  }
}
