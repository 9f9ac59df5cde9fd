/** One POST to the app's webhook as the platform makes it: encrypted, signed, with a deadline (protocol.md 1.4–1.9). */
import type { SandboxApp } from '../options.ts'
import type { Timer } from '../timer.ts'
import { encrypt, ivFrom, sign } from './encrypt.ts'

/** The platform waits so long for an answer to an event or a tap, ms. */
export const ANSWER_DEADLINE = 3000

export type PostOutcome =
  | { readonly is: 'answered'; readonly status: number; readonly body: string }
  | { readonly is: 'timeout' }
  | { readonly is: 'no-address' }
  | { readonly is: 'unreachable'; readonly dns: boolean; readonly detail: string }

export interface Wire {
  readonly app: SandboxApp
  readonly url: () => string
  readonly now: () => number
  readonly ids: () => string
  readonly timer: Timer
  readonly fetch: typeof fetch
}

/** Posts `plain` (JSON text) and reports how it ended; never throws. `signed` is false only for the URL check. */
export async function postToWebhook(
  wire: Wire,
  plain: string,
  signed = true,
  deadline = ANSWER_DEADLINE,
): Promise<PostOutcome> {
  if (wire.url() === '') return { is: 'no-address' }
  const body = bodyOf(wire, plain)
  const cut = new AbortController()
  const stop = wire.timer.after(deadline, () => cut.abort())
  try {
    const headers = { ...baseHeaders(wire), ...(signed ? signature(wire, body) : {}) }
    const answer = await wire.fetch(wire.url(), {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: cut.signal,
    })
    return { is: 'answered', status: answer.status, body: await answer.text() }
  } catch (error) {
    return cut.signal.aborted ? { is: 'timeout' } : unreachable(error)
  } finally {
    stop()
  }
}

function bodyOf(wire: Wire, plain: string): string {
  if (wire.app.encryptKey === '') return plain
  return JSON.stringify({ encrypt: encrypt(plain, wire.app.encryptKey, ivFrom(wire.ids())) })
}

function baseHeaders(wire: Wire): Record<string, string> {
  return {
    'content-type': 'application/json;charset=utf-8',
    'user-agent': 'Go-http-client/1.1',
    'x-request-id': wire.ids(),
  }
}

function signature(wire: Wire, body: string): Record<string, string> {
  const timestamp = `${Math.floor(wire.now() / 1000)}`
  const nonce = wire.ids()
  return {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': sign(timestamp, nonce, wire.app.encryptKey, body),
  }
}

function unreachable(error: unknown): PostOutcome {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : undefined
  return { is: 'unreachable', dns: code === 'ENOTFOUND' || code === 'EAI_AGAIN', detail: String(cause) }
}
