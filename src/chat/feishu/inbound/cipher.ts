import { createDecipheriv, createHash } from 'node:crypto'

/**
 * Opens what Feishu encrypted: AES-256-CBC under SHA-256 of the key, base64 of a 16-byte IV and the
 * ciphertext (protocol 1.4). Returns nothing when it does not open: cut, altered, or another key's.
 */
export function decrypter(encryptKey: string): (encrypted: string) => string | undefined {
  const key = createHash('sha256').update(encryptKey).digest()
  return (encrypted) => {
    const data = Buffer.from(encrypted, 'base64')
    if (data.length < 32 || data.length % 16 !== 0) return undefined
    try {
      const decipher = createDecipheriv('aes-256-cbc', key, data.subarray(0, 16))
      // Decoded as a whole: workerd loses a character that lies across the two parts.
      return Buffer.concat([decipher.update(data.subarray(16)), decipher.final()]).toString('utf8')
    } catch {
      return undefined
    }
  }
}
