/** Feishu's side of the wire, for tests: encrypts and signs deliveries as protocol 1.4 and 1.5 say. */
import { createCipheriv, createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FeishuConfig } from '../../../src/chat/feishu/config.ts'

export const NOW = Date.parse('2026-03-02T10:00:00+08:00')

export const CONFIG: FeishuConfig = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'secret-of-the-app-in-tests',
  encryptKey: 'key-for-encryption-in-tests',
  verificationToken: 'token-for-verification-in-tests',
  domain: 'http://127.0.0.1:9',
}

export interface Delivery {
  readonly headers: Headers
  readonly body: string
}

export interface Signing {
  readonly encryptKey?: string
  /** Seconds, as Feishu writes them. */
  readonly timestamp?: string
}

export function encrypt(plain: string, encryptKey = CONFIG.encryptKey): string {
  const key = createHash('sha256').update(encryptKey).digest()
  const iv = createHash('md5').update(plain).digest()
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}

export function sign(body: string, signing: Signing = {}): Headers {
  const timestamp = signing.timestamp ?? String(NOW / 1000)
  const nonce = '610832'
  const text = timestamp + nonce + (signing.encryptKey ?? CONFIG.encryptKey) + body
  return new Headers({
    'content-type': 'application/json;charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': createHash('sha256').update(text).digest('hex'),
  })
}

/** A delivery as Feishu makes it: encrypted, then signed over the encrypted text. */
export function deliver(payload: unknown, signing: Signing = {}): Delivery {
  const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(payload), signing.encryptKey) })
  return { headers: sign(body, signing), body }
}

/** An event of schema 2.0 for our app. */
export function eventOf(type: string, event: unknown, header: Record<string, string> = {}): unknown {
  return {
    schema: '2.0',
    header: {
      event_id: 'event-1',
      event_type: type,
      create_time: String(NOW),
      token: CONFIG.verificationToken,
      app_id: CONFIG.appId,
      tenant_key: 'tenant-1',
      ...header,
    },
    event,
  }
}

export const person = { open_id: 'ou_contact', union_id: 'on_contact', user_id: null }

export const textMessage = (text: string, more: Record<string, unknown> = {}): unknown => ({
  sender: { sender_id: person, sender_type: 'user', tenant_key: 'tenant-1' },
  message: {
    message_id: 'om_1',
    create_time: String(NOW),
    chat_id: 'oc_1',
    chat_type: 'p2p',
    message_type: 'text',
    content: JSON.stringify({ text }),
    ...more,
  },
})

export const tap = (action: unknown): unknown => ({
  operator: { ...person, tenant_key: 'tenant-1' },
  token: 'c-295ee57216a5dc9de90fefd0aadb4b1d7d',
  action,
  host: 'im_message',
  context: { open_message_id: 'om_card', open_chat_id: 'oc_1' },
})

export interface Vector {
  readonly id: string
  readonly [field: string]: unknown
}

/** The vectors of a file in test/fixtures/feishu, each naming its source. */
export function vectors(name: string): readonly Vector[] {
  const file = new URL(`../../fixtures/feishu/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')).vectors
}

export function vector(name: string, id: string): Vector {
  const found = vectors(name).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no vector ${id} in ${name}`)
  return found
}
