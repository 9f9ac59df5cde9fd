/** What the platform accepts as a card (cards.md 1, 2.3), with the codes that it refuses with. */
import { describe, expect, it } from 'vitest'
import { judgeCard } from '../../src/sandbox/card-check.ts'
import vectors from '../fixtures/feishu/sandbox-vectors.json' with { type: 'json' }
import { card, cardMessage, client, contact, world } from './world.ts'

const SEND = '/im/v1/messages?receive_id_type=open_id'
const words = (content: string) => ({ tag: 'plain_text', content })

async function send(message: object, options: Parameters<typeof world>[0] = {}) {
  const here = world({ limits: 'none', ...options })
  const post = await client(here.campus.api)
  return { here, answer: await post('POST', SEND, message) }
}

const form = {
  tag: 'form',
  name: 'goal_form',
  elements: [
    {
      tag: 'input',
      name: 'title',
      required: true,
      max_length: 200,
      width: 'fill',
      label: words('目标名称'),
      label_position: 'top',
    },
    { tag: 'select_static', name: 'kind', required: true, options: [{ text: words('定量'), value: 'num' }] },
    { tag: 'date_picker', name: 'due', required: true, initial_date: '2026-04-30' },
    {
      tag: 'column_set',
      flex_mode: 'none',
      horizontal_spacing: '8px',
      columns: [
        {
          tag: 'column',
          width: 'auto',
          elements: [
            {
              tag: 'button',
              name: 'submit_goal',
              type: 'primary',
              form_action_type: 'submit',
              text: words('提交'),
              behaviors: [{ type: 'callback', value: { a: 'goal.submit', id: 'g1', v: 3, tag: 'nonsense' } }],
            },
          ],
        },
      ],
    },
  ],
}
const chart = {
  tag: 'chart',
  aspect_ratio: '16:9',
  color_theme: 'brand',
  chart_spec: {
    type: 'bar',
    data: [{ id: 'd', values: [{ tag: 'not-a-component', pct: 86 }] }],
    xField: 'pct',
  },
}
const table = {
  tag: 'table',
  page_size: 10,
  columns: [{ name: 'unit', display_name: '单位', data_type: 'text' }],
  rows: [{ unit: '药学院', tag: 'not-a-component' }],
}

describe('a card', () => {
  it('with form, chart, table, fold and people is accepted', async () => {
    const fold = {
      tag: 'collapsible_panel',
      expanded: false,
      header: { title: words('查看全部') },
      elements: [{ tag: 'hr' }],
    }
    const people = { tag: 'person_list', persons: [{ id: contact.openId }], show_name: true }
    const { answer } = await send(cardMessage(contact.openId, card(form, chart, table, fold, people)))
    expect(answer.body).toMatchObject({ code: 0 })
  })

  const buttons = Array.from({ length: 99 }, () => ({ tag: 'button', text: words('好') }))
  it.each([
    ['an unknown property', card({ tag: 'markdown', content: 'x', corner_radius: '8px' }), 200621],
    ['an unknown property of the card', { ...card(), elements: [] }, 200621],
    ['an unknown property of config', { ...card(), config: { wide_screen_mode: true } }, 200621],
    ['a tag that 2.0 has no more', card({ tag: 'note', elements: [] }), 200861],
    [
      'an unknown tag deep inside',
      card({ tag: 'column_set', columns: [{ tag: 'column', elements: [{ tag: 'blink' }] }] }),
      200861,
    ],
    ['no body', { schema: '2.0', header: { title: words('x') } }, 200621],
    ['a card that is not shared', { ...card(), config: { update_multi: false } }, 200621],
    ['more than 200 elements', card(...buttons, ...buttons), 11310],
    ['six tables', card(table, table, table, table, table, table), 11310],
    ['a person who does not exist', card({ tag: 'person', user_id: 'ou_nobody' }), 100290],
    ['a mention of nobody', card({ tag: 'markdown', content: '<at id=ou_nobody></at>' }), 100290],
    ['a template of the web builder', { type: 'template', data: { template_id: 'AAq' } }, 11310],
  ])('with %s is refused inside 230099', async (_, content, inner) => {
    const { here, answer } = await send(cardMessage(contact.openId, content))
    expect(answer).toMatchObject({ status: 400, code: 230099 })
    expect(answer.msg).toMatch(
      new RegExp(`^Failed to create card content, ext=ErrCode: ${inner}; ErrPath: ROOT`),
    )
    expect(here.campus.chat.messages(contact.openId)).toEqual([])
  })

  it('names the place of the fault as the published sample does', async () => {
    const { answer } = await send(
      cardMessage(contact.openId, card({ tag: 'hr' }, { tag: 'markdown', content: 'x', size: 1 })),
    )
    const sample = vectors['doc-api-message-create-block4'].json
    expect(sample.msg).toContain('ErrPath: ROOT -> elements -> [2](tag: chart)')
    expect(answer.msg).toContain('ErrPath: ROOT -> body -> elements -> [1](tag: markdown)')
    expect(Object.keys(Object(answer.body.error))).toEqual(Object.keys(sample.error))
  })

  it('of exactly 30 KB is accepted, of one byte more refused with 230025', () => {
    const empty = JSON.stringify(card({ tag: 'markdown', content: '' }))
    const room = 30 * 1024 - Buffer.byteLength(empty)
    const filled = (bytes: number) => JSON.stringify(card({ tag: 'markdown', content: 'x'.repeat(bytes) }))
    expect(judgeCard(filled(room), undefined, []).is).toBe('good')
    expect(judgeCard(filled(room + 1), undefined, []).is).toBe('too-long')
  })

  it('is measured in bytes of UTF-8, not in characters', async () => {
    const { answer } = await send(
      cardMessage(contact.openId, card({ tag: 'markdown', content: '目'.repeat(10_240) })),
    )
    expect(answer.code).toBe(230025)
  })

  it('that is nested beyond all reason is refused', async () => {
    const deep = `${'['.repeat(9000)}${']'.repeat(9000)}`
    const content = JSON.stringify(card({ tag: 'hr' })).replace('{"tag":"hr"}', deep)
    const { answer } = await send({ receive_id: contact.openId, msg_type: 'interactive', content })
    expect(answer.msg).toContain('ErrCode: 200861')
  })

  it('of schema 1.0 is taken as Feishu takes it, unknown things and all', async () => {
    const { answer } = await send(
      cardMessage(contact.openId, { elements: [{ tag: 'note', anything: 1, elements: [] }] }),
    )
    expect(answer.code).toBe(0)
  })

  it('that a stricter check refuses is refused with its code and path', async () => {
    const checkCard = () => ({ code: 200570, message: 'names must be unique', path: 'ROOT -> body' })
    const { answer } = await send(cardMessage(contact.openId, card()), { checkCard })
    expect(answer.msg).toContain('ErrCode: 200570; ErrPath: ROOT -> body; ErrMsg: names must be unique')
  })
})
