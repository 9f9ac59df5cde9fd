/** Secrets never reach a log, nor the database, whatever fails. */
import { expect, it } from 'vitest'
import type { Fetch } from '../../src/chat/feishu/config.ts'
import { CONFIG, encrypt, sign } from '../chat/feishu/wire.ts'
import { draftOneGoal } from '../world/goals.ts'
import { world } from '../world/people.ts'
import type { Service } from '../world/service.ts'
import { messageEvent, post, seconds, signedNow } from './deliveries.ts'

const MINUTE = 60_000

/** A platform, or a proxy before it, that refuses every call and says in its answer all that it was sent; `tokens` are those that it saw. */
function echoing(tokens: Set<string>) {
  return async (_url: string, init: RequestInit): Promise<Response> => {
    const authorization = new Headers(init.headers).get('authorization')
    if (authorization) tokens.add(authorization.replace('Bearer ', ''))
    const said = `${authorization} ${CONFIG.encryptKey} ${CONFIG.appSecret} ${String(init.body)}`
    return Response.json({ code: 230001, msg: said.slice(0, 280) }, { status: 400 })
  }
}

it('an echoing platform, hostile requests and every fault leave no secret in the log, the outbox or on a card', async () => {
  const tokens = new Set<string>()
  let way: Fetch = fetch
  const w = await world({ lenient: true, fetch: (url, init) => way(url, init) })
  await draftOneGoal(w)
  way = echoing(tokens)
  await w.person('药学院 负责人').taps('报送')
  await w.passes(5 * MINUTE)
  way = fetch
  for (const faults of [
    { down: true },
    { failWith: { status: 401, code: 99991663 } },
    { failWith: { status: 400, code: 10014 } },
    { failWith: { status: 500, code: 1 } },
  ]) {
    w.campus.chat.misbehave(faults)
    await w.person('药学院 联络员').says('待办')
    await w.passes(5 * MINUTE)
  }
  w.campus.chat.misbehave({})
  await hostile(w)
  expect((await fetch(`${w.url}/readyz`)).status).toBe(200)
  await w.passes(20 * MINUTE)
  const office = w.person('办公室 工作人员')
  await office.says('未送达')
  const written = [
    ...w.log.lines,
    JSON.stringify(w.db.raw('SELECT * FROM outbox')),
    ...office.messages().map(({ text }) => text),
  ].join('\n')
  expect(w.log.lines.length).toBeGreaterThan(20)
  expect(tokens.size).toBe(1)
  for (const secret of [CONFIG.appSecret, CONFIG.encryptKey, CONFIG.verificationToken, ...tokens])
    expect(written).not.toContain(secret)
  expect(written).not.toMatch(/\bt-[0-9a-f]{20}/)
  await w.stop()
})

async function hostile(w: Service): Promise<void> {
  const message = messageEvent('ou_C-JX01', '帮助', { eventId: 'x' })
  const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(message), 'wrong') })
  await post(w, signedNow(w, message, 'wrong'))
  await post(w, { headers: sign(body, { timestamp: seconds(w) }), body })
  await post(w, {
    headers: new Headers(),
    body: JSON.stringify({ token: CONFIG.verificationToken, secret: CONFIG.appSecret }),
  })
}
