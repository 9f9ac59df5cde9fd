import { describe, expect, test } from 'vitest'
import { validateCard } from '../../../src/chat/feishu/validate-card.ts'
import { vector } from './wire.ts'

type Json = Record<string, unknown>
const plain = (content: string): Json => ({ tag: 'plain_text', content })
const callback = { behaviors: [{ type: 'callback', value: { say: '帮助' } }] }
const button = (more: Json = {}): Json => ({ tag: 'button', text: plain('提交'), ...callback, ...more })
const submit = (more: Json = {}): Json => button({ name: 'send', form_action_type: 'submit', ...more })
const form = (...elements: Json[]): Json => ({ tag: 'form', name: 'f', elements: [...elements, submit()] })
const table = (more: Json = {}): Json => ({
  tag: 'table',
  columns: [{ name: 'a', display_name: '甲', data_type: 'text' }],
  rows: [{ a: '1' }],
  ...more,
})
const columns = (...elements: Json[]): Json => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] })
const panel = (...elements: Json[]): Json => ({
  tag: 'collapsible_panel',
  header: { title: plain('展开') },
  elements,
})
const select = (more: Json = {}): Json => ({
  tag: 'select_static',
  name: 's',
  options: [{ text: plain('甲'), value: 'a' }],
  ...more,
})
const nested = (depth: number): Json => (depth === 0 ? { tag: 'hr' } : columns(nested(depth - 1)))
const card = (elements: Json[], more: Json = {}): Json => ({
  schema: '2.0',
  config: { update_multi: true },
  header: { title: plain('年度目标'), template: 'blue' },
  body: { elements },
  ...more,
})
const codes = (one: unknown): readonly number[] => [...new Set(validateCard(one).map((fault) => fault.code))]

describe('a good card has no fault', () => {
  test.each<[string, unknown]>([
    [
      'with a form',
      card([form({ tag: 'input', name: 'title', required: true, max_length: 1000 }, select())]),
    ],
    ['with buttons in columns', card([columns(button())])],
    ['with a table and a chart', card([table(), { tag: 'chart', chart_spec: { type: 'bar', data: [] } }])],
    ['five levels deep', card([nested(5)])],
    ['with three tables', card([table(), table(), table()])],
  ])('%s', (_what, one) => {
    expect(validateCard(one)).toEqual([])
  })

  test('as in the sample of the official documents, but for its custom text size', () => {
    const sample = vector('api', 'doc-card-response-raw').json as { card: { data: unknown } }
    const text = JSON.stringify(sample.card.data).replace('"text_size":"normal_v2"', '"text_size":"normal"')
    expect(validateCard(JSON.parse(text))).toEqual([])
  })
})

describe('a card is refused', () => {
  test.each<[string, number, unknown]>([
    ['of schema 1.0', 200830, { config: {}, elements: [] }],
    ['that is no object', 200621, 'card'],
    ['with an unknown property', 200621, card([{ tag: 'hr', corner_radius: '8px' }])],
    ['with an unknown property deep inside', 200621, card([columns(button({ colour: 'red' }))])],
    ['with a property of the wrong kind', 200621, card([{ tag: 'markdown', content: 5 }])],
    ['that is not shared', 200621, card([], { config: { update_multi: false } })],
    ['with an unknown tag', 200861, card([{ tag: 'note', elements: [] }])],
    ['without a tag', 200861, card([{ content: 'x' }])],
    ['with the action row of 1.0', 200861, card([{ tag: 'action', actions: [button()] }])],
    ['with an empty title', 200621, card([], { header: { title: plain(' ') } })],
    ['with a form in columns', 200861, card([columns(form())])],
    ['with a table in a panel', 200861, card([panel(table())])],
    ['with a table in a form', 200861, card([form(table())])],
    ['with a chart in a form', 200861, card([form({ tag: 'chart', chart_spec: { type: 'bar' } })])],
    ['with several choices outside a form', 200861, card([select({ tag: 'multi_select_static' })])],
    ['with `required` outside a form', 200621, card([select({ required: true })])],
    ['six levels deep', 11310, card([nested(6)])],
    ['with a field without a name', 200530, card([form({ tag: 'input', name: '' })])],
    ['with a field that names none', 200530, card([form({ tag: 'input' })])],
    ['with a name used twice', 200530, card([form(select(), select())])],
    ['with a field named as its form', 200530, card([form(select({ name: 'f' }))])],
    ['with a form that cannot be sent', 200530, card([{ tag: 'form', name: 'f', elements: [] }])],
    [
      'with an element id used twice',
      300301,
      card([
        { tag: 'hr', element_id: 'a' },
        { tag: 'hr', element_id: 'a' },
      ]),
    ],
    ['with an element id that starts with a digit', 200621, card([{ tag: 'hr', element_id: '1a' }])],
    ['larger than 30 KB of UTF-8', 230025, card([{ tag: 'markdown', content: '目'.repeat(10_300) }])],
    ['of more than 200 elements, texts included', 300305, card(Array.from({ length: 100 }, () => button()))],
    ['with four tables', 11310, card([table(), table(), table(), table()])],
    [
      'with an input of more than 1000 characters',
      200621,
      card([form({ tag: 'input', name: 'a', max_length: 1001 })]),
    ],
    [
      'with an option without a value',
      200621,
      card([select({ options: [{ text: plain('甲'), value: '' }] })]),
    ],
    ['with a select without options', 200621, card([select({ options: [] })])],
    ['with a button of 101 characters', 200621, card([button({ text: plain('长'.repeat(101)) })])],
    [
      'with a value that is no object',
      200621,
      card([button({ behaviors: [{ type: 'callback', value: 'x' }] })]),
    ],
    [
      'with a link that is no web address',
      200621,
      card([button({ behaviors: [{ type: 'open_url', default_url: 'javascript:1' }] })]),
    ],
    [
      'with 51 columns',
      200621,
      card([
        table({
          columns: Array.from({ length: 51 }, (_, n) => ({ name: `c${n}`, data_type: 'text' })),
          rows: [],
        }),
      ]),
    ],
    ['with a cell of the wrong kind', 200914, card([table({ rows: [{ a: 5 }] })])],
    ['with a cell in no column', 200915, card([table({ rows: [{ b: '1' }] })])],
    [
      'with a function in a chart',
      200550,
      card([{ tag: 'chart', chart_spec: { type: 'bar', label: { formatMethod: () => '' } } }]),
    ],
    [
      'with a number that JSON cannot say',
      200550,
      card([{ tag: 'chart', chart_spec: { type: 'bar', data: [Number.NaN] } }]),
    ],
  ])('%s', (_what, code, one) => {
    expect(codes(one)).toContain(code)
  })

  test('with the place of the fault', () => {
    const one = card([{ tag: 'hr' }, columns(button({ colour: 'red' }))])
    expect(validateCard(one)).toMatchObject([
      { code: 200621, path: 'body.elements[1].columns[0].elements[0]' },
    ])
  })
})

test('values and rows are data: what looks like a component in them is not judged', () => {
  const value = { tag: 'form', name: 'f', anything: true }
  const one = card([form(), button({ behaviors: [{ type: 'callback', value }] })])
  expect(validateCard(one)).toEqual([])
})
