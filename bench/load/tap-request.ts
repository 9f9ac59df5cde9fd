/** Card taps as Feishu posts them: encrypted, signed, each with an event id of its own. */
import { createHash } from 'node:crypto'
import { encrypt, ivFrom, sign } from '../../src/sandbox/delivery/encrypt.ts'
import { envelope } from '../../src/sandbox/delivery/envelope.ts'
import { APP, WEBHOOK } from '../world/app.ts'
import { placeOf } from '../world/university.ts'

/** The nth tap of a run as the bytes of an HTTP request: the contact of a goal reports its progress. */
export function tapRequest(run: string, n: number, nowMs: number): Buffer {
  const eventId = createHash('md5').update(`${run}-${n}`).digest('hex')
  const plain = envelope(APP, { eventId, type: 'card.action.trigger', at: nowMs, event: tapOf(run, n) })
  const body = JSON.stringify({ encrypt: encrypt(plain, APP.encryptKey, ivFrom(eventId)) })
  const timestamp = String(Math.floor(nowMs / 1000))
  const signature = sign(timestamp, eventId, APP.encryptKey, body)
  const head = [
    `POST ${WEBHOOK} HTTP/1.1`,
    'Host: 127.0.0.1',
    'User-Agent: Go-http-client/1.1',
    'Content-Type: application/json;charset=utf-8',
    `X-Lark-Request-Timestamp: ${timestamp}`,
    `X-Lark-Request-Nonce: ${eventId}`,
    `X-Lark-Signature: ${signature}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function tapOf(run: string, n: number): object {
  const place = placeOf(n)
  const report = {
    goal: place.goal,
    percent: 60,
    state: 'on-track',
    done: `教材初稿完成，${run} 第 ${n} 次报送`,
    evidence: [],
  }
  return {
    operator: {
      tenant_key: APP.tenantKey,
      open_id: place.openId,
      union_id: `on_${place.contact}`,
      user_id: place.contact,
    },
    token: 'c-295ee57216a5dc9de90fefd0aadb4b1d7d',
    action: { value: { do: 'progress.report', with: report }, tag: 'button', name: 'save' },
    host: 'im_message',
    context: { open_message_id: place.messageId, open_chat_id: `oc_${place.contact}` },
  }
}
