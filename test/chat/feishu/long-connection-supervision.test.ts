/** What keeps the long connection up, and how it ends. */
import { Hono } from 'hono'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type LongConnection,
  longConnection,
} from '../../../src/chat/feishu/long-connection/long-connection.ts'
import { type Campus, createCampus } from '../../../src/sandbox/campus.ts'
import { app, contact, listen, nextId } from '../../sandbox/world.ts'
import { capturedLog } from '../../world/log.ts'

let campus: Campus
let line: LongConnection
let platform: Awaited<ReturnType<typeof listen>>

afterEach(async () => {
  await line.close()
  campus.close()
  await platform.close()
})

/** A platform that refuses so many times, with a code that the SDK thinks final, before it lets the app in. */
async function platformRefusing(times: number, log = capturedLog()): Promise<string[]> {
  let left = times
  const clock = { now: () => Date.now(), moveDays() {} }
  campus = createCampus({ people: [contact], app, webhookUrl: '', clock, menu: [], ids: nextId })
  const root = new Hono()
  root.post('/callback/ws/endpoint', (c, next) =>
    left-- > 0 ? Promise.resolve(c.json({ code: 1000040351, msg: 'system busy', data: {} })) : next(),
  )
  platform = await listen(root.route('/', campus.api))
  const config = { ...app, encryptKey: '', verificationToken: '', domain: platform.base }
  line = longConnection(config, { now: () => Date.now(), log, restartAfterMs: 10 })
  return log.lines
}

const connected = () => vi.waitFor(() => expect(campus.longConnections()).toBe(1), 5000)

describe('supervision', () => {
  it('starts again where the SDK gives up, and says why it had to', async () => {
    const lines = await platformRefusing(3)
    line.open(async () => ({}))
    await connected()
    const givenUp = lines.filter((one) => one.includes('given up')).map((one) => JSON.parse(one))
    expect(givenUp.map(({ againInMs }) => againInMs)).toEqual([10, 20, 40])
    expect(givenUp[0].reason).toContain('1000040351')
  })

  it('keeps the secret and what people write out of the log', async () => {
    const lines = await platformRefusing(1)
    line.open(() => Promise.reject(new Error('the database is away')))
    await connected()
    await campus.chat.say(contact.openId, '不可外传')
    await vi.waitFor(() => expect(lines.join('\n')).toContain('the database is away'))
    expect(lines.join('\n')).not.toContain('不可外传')
    expect(lines.join('\n')).not.toContain(app.appSecret)
  })

  it('answers what came in before it closes, and takes nothing after', async () => {
    await platformRefusing(0)
    const gate: { open: () => void } = { open() {} }
    const answers: string[] = []
    line.open(async ({ kind }) => {
      answers.push(kind)
      await new Promise<void>((resolve) => {
        gate.open = resolve
      })
      return { toast: { type: 'success', content: '已同意' } }
    })
    await connected()
    const log = vi.fn()
    const said = campus.chat.say(contact.openId, '你好').then(log)
    await vi.waitFor(() => expect(answers).toEqual(['message']))
    const closing = line.close()
    await campus.chat.say(contact.openId, '太晚了')
    expect(log).not.toHaveBeenCalled()
    gate.open()
    await Promise.all([said, closing])
    expect(answers).toEqual(['message'])
    await vi.waitFor(() => expect(campus.longConnections()).toBe(0))
  })

  it('is not kept from closing by a restart that waits', async () => {
    await platformRefusing(Number.POSITIVE_INFINITY)
    line.open(async () => ({}))
    await vi.waitFor(() => expect(campus.longConnections()).toBe(0))
    await line.close()
  })
})
