import { inspect } from 'node:util'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { feishu } from '../../../../src/chat/feishu/feishu.ts'
import type { ChatPlatform } from '../../../../src/chat/port.ts'
import { CONFIG } from '../wire.ts'
import { type Answer, type Call, happy, type Stub, startStub, TOKEN } from './stub.ts'

const SECRETS = [CONFIG.appSecret, CONFIG.encryptKey, CONFIG.verificationToken, TOKEN]
const WORDS = '张三的手机号是 13800000000'

const CALLS: readonly [string, (platform: ChatPlatform) => Promise<unknown>][] = [
  ['send a text', (platform) => platform.send('ou_1', { kind: 'text', text: WORDS }, 'key')],
  [
    'send a card',
    (platform) =>
      platform.send('ou_1', { kind: 'card', card: { title: WORDS, summary: WORDS, elements: [] } }, 'key'),
  ],
  [
    'send a file',
    (platform) => platform.send('ou_1', { kind: 'file', name: 'a.pdf', bytes: new Uint8Array([1]) }, 'key'),
  ],
  ['update', (platform) => platform.update('om_1', { kind: 'text', text: WORDS })],
  ['fetch a file', (platform) => platform.fetchFile('om_1', { key: 'k', name: 'a', kind: 'file' })],
  ['list the directory', (platform) => platform.listDirectory()],
  ['find people', (platform) => platform.findPeople({ mobiles: ['13800000000'], emails: [] })],
  ['check the credentials', (platform) => platform.checkCredentials()],
]

/** A platform, or a proxy before it, that echoes all it was sent. */
const echo = (call: Call): Answer => ({
  status: 400,
  body: {
    code: 230001,
    msg: `bad request: ${call.headers.authorization} ${SECRETS.join(' ')}`.slice(0, 280),
  },
})
const WAYS: readonly [string, (call: Call) => Answer][] = [
  [
    'refuses and echoes the request',
    (call) => (call.url.includes('tenant_access_token') ? happy(call) : echo(call)),
  ],
  [
    'refuses the token request and echoes it',
    (call) => ({ status: 400, body: { code: 10014, msg: call.body } }),
  ],
  [
    'fails with a page',
    (call) =>
      call.url.includes('tenant_access_token') ? happy(call) : { status: 502, body: SECRETS.join() },
  ],
  ['cuts the connection', (call) => (call.url.includes('tenant_access_token') ? happy(call) : { cut: true })],
  ['cuts the connection at the token', () => ({ cut: true })],
  [
    'refuses every token',
    (call) =>
      call.url.includes('tenant_access_token') ? happy(call) : { body: { code: 99991663, msg: TOKEN } },
  ],
]

describe.each(WAYS)('when Feishu %s', (_way, answer) => {
  let stub: Stub
  const written: string[] = []
  beforeAll(async () => {
    stub = await startStub(answer)
    for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
      vi.spyOn(console, method).mockImplementation(
        (...args) => void written.push(inspect(args, { depth: 20 })),
      )
    }
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await stub.close()
  })

  test.each(CALLS)('to %s leaves no secret in the log nor in the error', async (_what, call) => {
    const log = pino({ level: 'trace' }, { write: (line: string) => void written.push(line) })
    const platform = feishu(
      { ...CONFIG, domain: stub.domain },
      { fetch, now: () => 0, wait: async () => {}, log },
    )
    const error: unknown = await call(platform).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    const seen = [...written, everything(error)].join('\n')
    expect(written.length).toBeGreaterThan(0)
    for (const secret of [...SECRETS, WORDS]) expect(seen).not.toContain(secret)
  })
})

/** All that a logger could find in an error. */
function everything(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : { message: '', stack: '' }
  return [message, stack, JSON.stringify(error), inspect(error, { depth: 20, showHidden: true })].join('\n')
}
