import { describe, expect, test } from 'vitest'
import type { Card } from '../../../../cards/kit.ts'
import type { PlatformFault } from '../../../../src/chat/port.ts'
import { connect, failing, faultOf } from './connection.ts'
import { type Answer, happy } from './stub.ts'

const card: Card = {
  title: '目标',
  summary: '请查看',
  elements: [{ tag: 'text', spans: [{ text: '正文' }] }],
}

describe('failing', () => {
  test.each<[string, Answer, PlatformFault['kind']]>([
    [
      'a refused recipient',
      { status: 400, body: { code: 230013, msg: 'no availability' } },
      'recipient-gone',
    ],
    [
      'an error that comes with status 200',
      { body: { code: 230013, msg: 'no availability' } },
      'recipient-gone',
    ],
    ['a server fault', { status: 500, body: 'oops' }, 'unreachable'],
    ['a page that is no JSON', { body: '<html>' }, 'unreachable'],
    [
      'a redirect, which is not followed',
      { status: 307, headers: { location: 'http://127.0.0.1:9/' } },
      'unreachable',
    ],
    ['a cut connection', { cut: true }, 'unreachable'],
    ['an answer without a message id', { body: { code: 0, data: {} } }, 'unreachable'],
    ['a card that is too old', { status: 400, body: { code: 230031, msg: 'expired' } }, 'too-old'],
    ['a missing scope', { status: 400, body: { code: 99991672, msg: 'scope' } }, 'credentials'],
  ])('%s', async (_what, answer, kind) => {
    const { platform } = await connect(failing(answer))
    expect((await faultOf(platform.send('ou_1', { kind: 'text', text: '好' }, 'key'))).kind).toBe(kind)
  })

  test('a limit says how long to wait', async () => {
    const answer = {
      status: 429,
      headers: { 'x-ogw-ratelimit-reset': '7' },
      body: { code: 99991400, msg: 'limited' },
    }
    const { platform } = await connect(failing(answer))
    expect(await faultOf(platform.update('om_1', { kind: 'card', card }))).toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: 7000,
    })
  })

  test('a failed upload keeps its code, which the SDK alone would lose', async () => {
    const { platform } = await connect((call) =>
      call.url.includes('/files') ? { status: 400, body: { code: 99991672, msg: 'scope' } } : happy(call),
    )
    const file = { kind: 'file', name: 'a.pdf', bytes: new Uint8Array([1]) } as const
    expect((await faultOf(platform.send('ou_1', file, 'key'))).kind).toBe('credentials')
  })

  test('a platform that does not answer is given up', async () => {
    const impatient = (url: string, init: RequestInit) =>
      fetch(url, { ...init, signal: AbortSignal.timeout(50) })
    const { platform } = await connect(() => ({ silent: true }), impatient)
    expect(await faultOf(platform.checkCredentials())).toEqual({
      kind: 'unreachable',
      detail: 'TimeoutError',
    })
  })

  test('every call has a time limit', async () => {
    const signals: (AbortSignal | null | undefined)[] = []
    const spy = (url: string, init: RequestInit) => {
      signals.push(init.signal)
      return fetch(url, init)
    }
    const { platform } = await connect(happy, spy)
    await platform.send('ou_1', { kind: 'text', text: '好' }, 'key')
    await platform.fetchFile('om_1', { key: 'file_1', name: 'a', kind: 'file' })
    expect(signals).toHaveLength(3)
    expect(signals.every((signal) => signal instanceof AbortSignal)).toBe(true)
  })
})
