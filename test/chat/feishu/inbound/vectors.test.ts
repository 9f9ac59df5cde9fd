import { createHash } from 'node:crypto'
import { AESCipher } from '@larksuiteoapi/node-sdk'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decrypter } from '../../../../src/chat/feishu/inbound/cipher.ts'
import { receiver } from '../../../../src/chat/feishu/inbound/receive.ts'
import { signatureHolds, signatureOf } from '../../../../src/chat/feishu/inbound/signature.ts'
import { CONFIG, encrypt, NOW, type Vector, vector, vectors } from '../wire.ts'

const text = (one: Vector, field: string): string => String(one[field])

describe('encryption', () => {
  const opened = vectors('encryption').filter((one) => one.kind === 'aes-decrypt')
  test.each(opened.map((one) => [one.id, one] as const))(
    '%s is opened to its published plaintext',
    (_id, one) => {
      expect(decrypter(text(one, 'encrypt_key'))(text(one, 'encrypt'))).toBe(one.plaintext)
    },
  )

  test.each(['aes-neg-01-truncated', 'aes-neg-02-wrong-key'])('%s does not open and does not throw', (id) => {
    const one = vector('encryption', id)
    expect(decrypter(text(one, 'encrypt_key'))(text(one, 'encrypt'))).toBeUndefined()
  })

  test('what the official SDK opens, we open to the same text, for any text and key', () => {
    const samples = fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }))
    fc.assert(
      fc.property(samples, ([plain, key]) => {
        const encrypted = encrypt(plain, key)
        expect(decrypter(key)(encrypted)).toBe(new AESCipher(key).decrypt(encrypted))
        expect(decrypter(key)(encrypted)).toBe(plain)
      }),
    )
  })

  test('no text at all makes the decryption throw', () => {
    const open = decrypter('key')
    fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String()), (encrypted) => void open(encrypted)))
  })
})

describe('signature', () => {
  const signed = vectors('signature').filter((one) => one.kind === 'event-signature-sha256')
  test.each(signed.map((one) => [one.id, one] as const))('%s has its published digest', (_id, one) => {
    const parts = ['timestamp', 'nonce', 'encrypt_key', 'raw_body'].map((field) => text(one, field))
    const [timestamp = '', nonce = '', key = '', body = ''] = parts
    expect(signatureOf(timestamp, nonce, key, body)).toBe(one.signature)
    expect(signatureHolds(headersOf(one), key, body)).toBe(true)
  })

  test.each([
    ['a body written anew with one more space', 'sig-neg-01-body-reserialised'],
    ['upper-case hex, which Feishu never sends', 'sig-neg-02-uppercase-hex'],
  ])('%s is refused', (_what, id) => {
    const one = vector('signature', id)
    expect(signatureHolds(headersOf(one), text(one, 'encrypt_key'), text(one, 'raw_body'))).toBe(false)
  })

  test('a signature made without a key proves nothing', () => {
    const one = vector('signature', 'sig-neg-03-empty-key')
    expect(signatureHolds(headersOf(one), CONFIG.encryptKey, text(one, 'raw_body'))).toBe(false)
  })
})

describe('verification of the request URL', () => {
  test('the encrypted challenge of the official SDK is answered without a signature', () => {
    const one = vector('url-verification', 'aes-02-node-sdk-encrypted-challenge')
    const encryptKey = text(one, 'encrypt_key')
    const body = JSON.stringify(one.request_body)
    const plain = decrypter(encryptKey)(JSON.parse(body).encrypt) ?? ''
    expect(createHash('sha256').update(plain).digest('hex')).toBe(
      '1be20043d0cda301d193bb703edae90e4bce74648f8c28d5aef330abd37771b9',
    )
    const config = { ...CONFIG, encryptKey, verificationToken: JSON.parse(plain).token }
    const receive = receiver(config, { now: () => NOW, log: { warn() {} } })
    expect(receive(new Headers(), body)).toEqual({ kind: 'challenge', ...(one.expected_response as object) })
  })
})

function headersOf(one: Vector): Headers {
  return new Headers({
    'x-lark-request-timestamp': text(one, 'timestamp'),
    'x-lark-request-nonce': text(one, 'nonce'),
    'x-lark-signature': text(one, 'signature'),
  })
}
