import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * The signature that Feishu must have sent: lower-case hex of SHA-256 over timestamp, nonce, key and the raw
 * body, in this order (protocol 1.5). It is a plain hash, not an HMAC.
 */
export function signatureOf(timestamp: string, nonce: string, encryptKey: string, rawBody: string): string {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey + rawBody)
    .digest('hex')
}

/** Whether the request carries a signature at all; the verification of the URL does not (protocol 1.2). */
export const isSigned = (headers: Headers): boolean => headers.has('x-lark-signature')

/** Compares in constant time. An absent header fails. */
export function signatureHolds(headers: Headers, encryptKey: string, rawBody: string): boolean {
  const timestamp = headers.get('x-lark-request-timestamp')
  const nonce = headers.get('x-lark-request-nonce')
  const given = headers.get('x-lark-signature')
  if (timestamp === null || nonce === null || given === null) return false
  return sameText(signatureOf(timestamp, nonce, encryptKey, rawBody), given)
}

/** Equality whose time does not depend on where two texts differ, nor on how long the secret one is. */
export function sameSecret(secret: string, given: string): boolean {
  return timingSafeEqual(digest(secret), digest(given))
}

function sameText(expected: string, given: string): boolean {
  const left = Buffer.from(expected)
  const right = Buffer.from(given)
  return left.length === right.length && timingSafeEqual(left, right)
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
