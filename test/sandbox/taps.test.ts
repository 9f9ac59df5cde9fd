/** A tap: what it carries, what its answer does, what the person sees when it fails (protocol.md 2). */
import { AESCipher } from '@larksuiteoapi/node-sdk'
import { describe, expect, it } from 'vitest'
import type { Tap } from '../../src/sandbox/model.ts'
import { app, card, cardMessage, client, contact, head, settled, world } from './world.ts'

const SEND = '/im/v1/messages?receive_id_type=open_id'
const MINUTE = 60_000
const done = card({ tag: 'markdown', content: '已同意' })
const tapped: Tap = { tag: 'button', value: { a: 'goal.approve', v: 5 } }

async function at(
  options: Parameters<typeof world>[0] = {},
  content: object = card({ tag: 'markdown', content: '待审' }),
) {
  const here = world({ limits: 'none', ...options })
  const post = await client(here.campus.api)
  const { data } = await post('POST', SEND, cardMessage(contact.openId, content))
  const id = String(data.message_id)
  const { chat } = here.campus
  const event = (index = -1) =>
    JSON.parse(
      new AESCipher(app.encryptKey).decrypt(
        JSON.parse(here.webhook.received.at(index)?.body ?? '{}').encrypt,
      ),
    ).event
  const update = (token: string, next: object = done) =>
    post('POST', '/interactive/v1/card/update', { token, card: next })
  const patch = () => post('PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(done) })
  const shown = () => chat.messages(contact.openId).find(({ messageId }) => messageId === id)?.content
  return {
    ...here,
    chat,
    post,
    id,
    event,
    update,
    patch,
    shown,
    tap: (what: Tap = tapped) => chat.tap(contact.openId, id, what),
  }
}

describe('the answer to a tap', () => {
  it('shows the toast and puts the card in the place of the tapped one', async () => {
    const here = await at()
    here.webhook.answer = () =>
      Response.json({ toast: { type: 'success', content: '已同意' }, card: { type: 'raw', data: done } })
    expect(await here.tap()).toEqual({ ok: true, toast: { type: 'success', content: '已同意' } })
    expect(here.shown()).toBe(JSON.stringify(done))
  })

  it('may be empty: nothing is seen and the card stays', async () => {
    const here = await at()
    const before = here.shown()
    expect(await here.tap()).toEqual({ ok: true })
    expect(here.shown()).toBe(before)
  })

  it.each([
    ['status 500', () => new Response('{}', { status: 500 }), 200671],
    ['a redirect', () => new Response(null, { status: 302 }), 200671],
    ['HTML', () => new Response('<html>'), 200672],
    ['a bare string', () => new Response('"ok"'), 200672],
    ['nothing', () => new Response(''), 200672],
    ['an unknown toast', () => Response.json({ toast: { type: 'loud', content: 'x' } }), 200672],
    ['a faulty card', () => Response.json({ card: { type: 'raw', data: card({ tag: 'blink' }) } }), 200673],
    ['a card as text', () => Response.json({ card: { type: 'raw', data: JSON.stringify(done) } }), 200673],
    ['a template', () => Response.json({ card: { type: 'template', data: { template_id: 'x' } } }), 200673],
    ['a card of 1.0', () => Response.json({ card: { type: 'raw', data: { elements: [] } } }), 200830],
    [
      'a refused connection',
      () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })),
      200342,
    ],
    [
      'an unknown host',
      () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })),
      200343,
    ],
  ])('%s is shown as an error with its code, and the card stays', async (_, answer, code) => {
    const here = await at()
    const before = here.shown()
    here.webhook.answer = answer
    expect(await here.tap()).toMatchObject({
      ok: false,
      code,
      content: expect.stringContaining(`（code: ${code}）`),
    })
    expect(here.shown()).toBe(before)
    await here.clock.pass(600 * MINUTE)
    expect(here.webhook.received).toHaveLength(1)
  })

  it('must come within 3 s', async () => {
    const here = await at()
    here.webhook.answer = () => new Promise<Response>(() => {})
    const answer = here.tap()
    await settled()
    await here.clock.pass(3000)
    expect(await answer).toMatchObject({ ok: false, code: 200341 })
  })

  it('needs an address to come from', async () => {
    const here = await at({ webhookUrl: '' })
    expect(await here.tap()).toMatchObject({ ok: false, code: 200340 })
  })
})

describe('a card', () => {
  it('cannot be tapped after 14 days, nor in the chat of another, nor when recalled', async () => {
    const here = await at()
    expect(await here.chat.tap(head.openId, here.id, tapped)).toMatchObject({ ok: false })
    here.chat.moveClock(14)
    expect(await here.tap()).toMatchObject({ ok: false, content: expect.stringContaining('已过期') })
    await here.post('DELETE', `/im/v1/messages/${here.id}`)
    expect(await here.tap()).toMatchObject({ ok: false, content: expect.stringContaining('已撤回') })
    expect(here.webhook.received).toEqual([])
  })

  it('is locked for PATCH while its tap is being answered', async () => {
    const here = await at()
    let during: unknown
    here.webhook.answer = async () => {
      during = await here.patch()
      return Response.json({})
    }
    await here.tap()
    expect(during).toMatchObject({ code: 230099, msg: expect.stringContaining('card action is lock') })
    expect((await here.patch()).code).toBe(0)
  })
})

describe('two taps at once', () => {
  it('keep the card locked until both are answered', async () => {
    const here = await at()
    const open: ((answer: Response) => void)[] = []
    here.webhook.answer = () => new Promise<Response>((resolve) => open.push(resolve))
    const taps = [here.tap(), here.tap()]
    await settled()
    open[0]?.(Response.json({}))
    await taps[0]
    expect((await here.patch()).code).toBe(230099)
    open[1]?.(Response.json({}))
    await taps[1]
    expect((await here.patch()).code).toBe(0)
  })
})

describe('the token of a tap', () => {
  it('updates the card twice, and not a third time', async () => {
    const here = await at()
    await here.tap()
    const { token } = here.event()
    expect([(await here.update(token)).code, (await here.update(token)).code]).toEqual([0, 0])
    expect(here.shown()).toBe(JSON.stringify(done))
    expect(await here.update(token)).toMatchObject({ status: 400, code: 300040 })
  })

  it('does not work before the tap was answered', async () => {
    const here = await at()
    let during: unknown
    here.webhook.answer = async () => {
      during = await here.update(here.event().token)
      return Response.json({})
    }
    await here.tap()
    expect(during).toMatchObject({ code: 200810 })
  })

  it('lives 30 minutes', async () => {
    const here = await at()
    await here.tap()
    await here.clock.pass(30 * MINUTE)
    expect((await here.update(here.event().token)).code).toBe(300030)
  })

  it.each([
    ['an invented token', 'c-none', done, 300020],
    ['no card token', 't-1', done, 300020],
    ['a faulty card', undefined, card({ tag: 'blink' }), 11311],
    ['a card that is too large', undefined, card({ tag: 'markdown', content: 'x'.repeat(31_000) }), 100000],
  ])('%s is refused', async (_, token, next, code) => {
    const here = await at()
    await here.tap()
    expect((await here.update(token ?? here.event().token, next)).code).toBe(code)
  })
})

const words = (content: string) => ({ tag: 'plain_text', content })
const form = {
  tag: 'form',
  name: 'f',
  elements: [
    { tag: 'input', name: 'title' },
    { tag: 'date_picker', name: 'due' },
    { tag: 'multi_select_static', name: 'kinds', options: [] },
    { tag: 'button', name: 'go', form_action_type: 'submit', text: words('提交') },
  ],
}

describe('the values of a form', () => {
  const submit: Tap = {
    tag: 'button',
    name: 'go',
    value: { a: 'x' },
    form: { title: '建设课程', due: '2026-04-30' },
  }

  it('carry dates with the offset, selections as lists, and the name of the pressed button', async () => {
    const here = await at({}, card(form))
    await here.tap({ ...submit, form: { title: '', due: '2026-04-30', kinds: ['a', 'b'] } })
    expect(here.event().action).toEqual({
      value: { a: 'x' },
      tag: 'button',
      timezone: 'Asia/Shanghai',
      name: 'go',
      form_value: { title: '', due: '2026-04-30 +0800', kinds: ['a', 'b'] },
    })
  })

  it.each([
    ['missing', { title: '建设课程', due: '2026-04-30 +0800' }],
    ['empty-text', { title: '建设课程', due: '2026-04-30 +0800', kinds: '' }],
    ['null', { title: '建设课程', due: '2026-04-30 +0800', kinds: null }],
    ['empty-list', { title: '建设课程', due: '2026-04-30 +0800', kinds: [] }],
  ] as const)('can say that a field was not touched: %s', async (untouched, expected) => {
    const here = await at({ untouched }, card(form))
    await here.tap(submit)
    expect(here.event().action.form_value).toEqual(expected)
  })

  it('are beside the point outside a form: option, input value, tick', async () => {
    const here = await at()
    await here.tap({ tag: 'date_picker', option: '2026-04-30' })
    expect(here.event().action).toEqual({
      tag: 'date_picker',
      timezone: 'Asia/Shanghai',
      option: '2026-04-30 +0800',
    })
    await here.tap({ tag: 'input', inputValue: '好' })
    expect(here.event().action).toEqual({ tag: 'input', input_value: '好' })
    await here.tap({ tag: 'checker', option: 'true' })
    expect(here.event().action).toEqual({ tag: 'checker', checked: true })
  })
})
