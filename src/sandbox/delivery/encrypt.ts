/** Encryption and signature of deliveries (protocol.md 1.4, 1.5). */
import { createCipheriv, createHash } from 'node:crypto'

/** AES-256-CBC under sha256(key), the 16-byte IV in front, base64: the content of the field `encrypt`. */
export function encrypt(plain: string, encryptKey: string, iv: Uint8Array): string {
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv)
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}

/** Lower-case hex of sha256(timestamp + nonce + key + raw body); not an HMAC. */
export function sign(timestamp: string, nonce: string, encryptKey: string, rawBody: string): string {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey + rawBody)
    .digest('hex')
}

/** 16 bytes from a random id, which is handed in. */
export function ivFrom(randomId: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(randomId).digest().subarray(0, 16))
}
