import { describe, expect, test } from 'vitest'
import { connect, failing, faultOf } from './connection.ts'
import { type Call, happy } from './stub.ts'

const tokens = (calls: readonly Call[]): number =>
  calls.filter((call) => call.url.includes('tenant_access_token')).length

describe('the token', () => {
  test('is fetched once for all who ask at once, and kept', async () => {
    const { platform, calls } = await connect()
    const send = (key: string) => platform.send('ou_1', { kind: 'text', text: '好' }, key)
    await Promise.all(Array.from({ length: 20 }, (_, index) => send(`key-${index}`)))
    await send('later')
    expect(tokens(calls)).toBe(1)
  })

  test('is renewed twenty minutes before it ends', async () => {
    const { platform, calls, clock } = await connect()
    await platform.checkCredentials()
    clock.now = 99 * 60_000
    await platform.checkCredentials()
    expect(tokens(calls)).toBe(1)
    clock.now = 101 * 60_000
    await platform.checkCredentials()
    expect(tokens(calls)).toBe(2)
  })

  test('that Feishu no longer takes is replaced, and the call made again', async () => {
    let refused = 0
    const { platform, calls } = await connect((call) => {
      if (!call.url.includes('/im/v1/messages') || refused++ > 0) return happy(call)
      return { body: { code: 99991663, msg: 'Invalid access token' } }
    })
    expect(await platform.send('ou_1', { kind: 'text', text: '好' }, 'key')).toMatchObject({
      messageId: 'om_1',
    })
    expect(tokens(calls)).toBe(2)
  })

  test('is replaced once only', async () => {
    const { platform, calls } = await connect(
      failing({ status: 400, body: { code: 99991663, msg: 'Invalid access token' } }),
    )
    expect((await faultOf(platform.send('ou_1', { kind: 'text', text: '好' }, 'key'))).kind).toBe(
      'credentials',
    )
    expect(tokens(calls)).toBe(2)
  })

  test('that cannot be had because the secret is wrong is a matter of credentials, and asked for again next time', async () => {
    const { platform, calls } = await connect((call, earlier) =>
      earlier === 0 && call.url.includes('tenant_access_token')
        ? { status: 400, body: { code: 10014, msg: 'app secret invalid' } }
        : happy(call),
    )
    expect((await faultOf(platform.checkCredentials())).kind).toBe('credentials')
    await platform.checkCredentials()
    expect(tokens(calls)).toBe(2)
  })
})
