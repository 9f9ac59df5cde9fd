/** The app's token: who gets it, how long it holds, what is refused without it (protocol.md 4.1, 4.3). */
import { describe, expect, it } from 'vitest'
import vectors from '../fixtures/feishu/sandbox-vectors.json' with { type: 'json' }
import { app, call, client, world } from './world.ts'

const HOUR = 3_600_000

async function opened() {
  const here = world({ limits: 'none' })
  return { ...here, post: await client(here.campus.api) }
}

describe('the token', () => {
  it('stays the same while 30 minutes remain, then a new one is given and both hold', async () => {
    const here = await opened()
    const credentials = { app_id: app.appId, app_secret: app.appSecret }
    const ask = async () =>
      (await call(here.campus.api, 'POST', '/open-apis/auth/v3/tenant_access_token/internal', credentials))
        .body
    const first = await ask()
    expect(Object.keys(first).sort()).toEqual(Object.keys(vectors['doc-api-tenant-token-block1'].json).sort())
    await here.clock.pass(1.5 * HOUR)
    expect(await ask()).toMatchObject({ tenant_access_token: first.tenant_access_token, expire: 1800 })
    await here.clock.pass(1)
    const second = await ask()
    expect(second.tenant_access_token).not.toBe(first.tenant_access_token)
    for (const { tenant_access_token } of [first, second])
      expect(
        (await call(here.campus.api, 'GET', '/open-apis/bot/v3/info', undefined, String(tenant_access_token)))
          .code,
      ).toBe(0)
    await here.clock.pass(0.5 * HOUR)
    expect(
      (
        await call(
          here.campus.api,
          'GET',
          '/open-apis/bot/v3/info',
          undefined,
          String(first.tenant_access_token),
        )
      ).code,
    ).toBe(99991663)
  })

  it('outlives a move of the clock, since no time passed for the client', async () => {
    const here = await opened()
    here.campus.chat.moveClock(30)
    expect((await here.post('GET', '/bot/v3/info')).code).toBe(0)
  })

  it.each([
    [undefined, 99991661],
    ['t-never-issued', 99991663],
    ['something', 99991671],
  ])('%s is refused with %i', async (token, code) => {
    const here = await opened()
    const answer = await call(here.campus.api, 'GET', '/open-apis/bot/v3/info', undefined, token)
    expect(answer).toMatchObject({ status: 400, code, body: { error: { log_id: expect.any(String) } } })
  })

  it('is not given for a wrong secret', async () => {
    const here = await opened()
    const wrong = { app_id: app.appId, app_secret: 'guess' }
    const answer = await call(
      here.campus.api,
      'POST',
      '/open-apis/auth/v3/tenant_access_token/internal',
      wrong,
    )
    expect(answer.body).toEqual({ code: 10014, msg: 'app secret invalid' })
  })
})
