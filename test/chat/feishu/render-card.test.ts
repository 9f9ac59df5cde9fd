import { describe, expect, test } from 'vitest'
import type { Card, Element } from '../../../cards/kit.ts'
import { renderCard } from '../../../src/chat/feishu/render-card.ts'
import { visit } from '../../../src/chat/feishu/validate/walk.ts'
import { validateCard } from '../../../src/chat/feishu/validate-card.ts'

const card = (...elements: readonly Element[]): Card => ({
  title: '年度目标',
  summary: '请填写年度目标',
  elements,
})
const nodes = (one: Card) => [...visit(renderCard(one))]
const tagged = (one: Card, tag: string) =>
  nodes(one).flatMap((visited) => (visited.tag === tag ? [visited.node] : []))

describe('the header', () => {
  test.each([
    ['green', 'green', 'green'],
    ['red', 'red', 'red'],
    ['orange', 'orange', 'orange'],
    ['muted', 'grey', 'neutral'],
    ['plain', 'default', 'yellow'],
  ] as const)('of a state that is %s has the colour %s', (tone, template, color) => {
    expect(renderCard({ ...card(), status: { text: '待处理', tone } }).header).toMatchObject({
      template,
      text_tag_list: [{ tag: 'text_tag', color, text: { content: '待处理' } }],
    })
  })

  test('always has a title, as older clients show nothing else', () => {
    expect(renderCard({ ...card(), title: ' ' }).header).toMatchObject({ title: { content: '目标管理' } })
  })
})

test('the card is shared, says in the chat list what is asked, and cannot be forwarded', () => {
  expect(renderCard(card()).config).toEqual({
    update_multi: true,
    width_mode: 'fill',
    enable_forward: false,
    summary: { content: '请填写年度目标' },
  })
})

describe('words', () => {
  test('of one kind are plain text, whatever they hold', () => {
    const text = '<at id=all></at> **粗**'
    expect(tagged(card({ tag: 'text', spans: [{ text, tone: 'red' }] }), 'div')).toMatchObject([
      { text: { tag: 'plain_text', content: text, text_color: 'red' } },
    ])
  })

  test('of several kinds are markdown with everything escaped', () => {
    const spans = [
      { text: '得分：', bold: true },
      { text: '9*9', tone: 'green' as const },
      { text: '\n[链接](x)' },
    ]
    expect(tagged(card({ tag: 'text', spans }), 'markdown')).toMatchObject([
      { content: "**得分：** <font color='green'>9&#42;9</font><br>&#91;链接&#93;&#40;x&#41;" },
    ])
  })
})

describe('facts', () => {
  test('stand two to a line, long ones alone', () => {
    const items = [
      { label: '单位', value: '药学院' },
      { label: '截止', value: '2026-04-30' },
      { label: '说明', value: '说明'.repeat(20) },
    ]
    const drawn = card({ tag: 'fields', items })
    expect(tagged(drawn, 'column_set')).toHaveLength(1)
    expect(tagged(drawn, 'markdown').map((node) => node.content)).toEqual([
      "<font color='grey'>单位</font><br>药学院",
      "<font color='grey'>截止</font><br>2026&#45;04&#45;30",
      `<font color='grey'>说明</font><br>${'说明'.repeat(20)}`,
    ])
  })

  test('about people show a chip for those with an account and the name of the others', () => {
    const people = [
      { openId: 'ou_1', name: '甲' },
      { name: '药学院 联络员' },
      { openId: 'not an id', name: '办公室' },
    ]
    const drawn = card({ tag: 'people', people })
    expect(tagged(drawn, 'person_list')).toMatchObject([
      { persons: [{ id: 'ou_1' }], drop_invalid_user_id: true },
    ])
    expect(tagged(drawn, 'div')).toMatchObject([{ text: { content: '药学院 联络员、办公室' } }])
  })
})

describe('a table', () => {
  test('has pages of ten, numbers with their decimals and states as labels', () => {
    const columns = [
      { name: 'unit', label: '单位', kind: 'text' as const },
      { name: 'score', label: '得分', kind: 'number' as const, precision: 2 },
      { name: 'state', label: '状态', kind: 'status' as const },
    ]
    const rows = [{ unit: '药学院', score: 92.5, state: { text: '已评分', tone: 'green' as const } }]
    expect(tagged(card({ tag: 'table', columns, rows, pageSize: 50 }), 'table')).toMatchObject([
      {
        page_size: 10,
        columns: [
          { data_type: 'text' },
          { data_type: 'number', format: { precision: 2 } },
          { data_type: 'options' },
        ],
        rows: [{ unit: '药学院', score: 92.5, state: [{ text: '已评分', color: 'green' }] }],
      },
    ])
  })

  test('shows numbers as words where one of them is missing', () => {
    const columns = [{ name: 'score', label: '得分', kind: 'number' as const, precision: 1 }]
    const drawn = card({ tag: 'table', columns, rows: [{ score: 90 }, { score: '—' }] })
    expect(tagged(drawn, 'table')).toMatchObject([
      { columns: [{ data_type: 'text' }], rows: [{ score: '90.0' }, { score: '—' }] },
    ])
  })

  test('in a fold follows the fold, as tables stand at the root only', () => {
    const table: Element = {
      tag: 'table',
      columns: [{ name: 'a', label: '甲', kind: 'text' }],
      rows: [{ a: '1' }],
    }
    const drawn = card({ tag: 'fold', title: '明细', elements: [table] })
    expect(validateCard(renderCard(drawn))).toEqual([])
    expect(tagged(drawn, 'table')).toHaveLength(1)
  })
})

describe('a chart', () => {
  const points = [
    { x: '药学院', y: 86, series: '计划' },
    { x: '药学院', y: 72, series: '完成' },
  ]
  test.each(['bar', 'bars-across', 'line', 'pie'] as const)(
    'of %s is plain data with a legend for two series',
    (kind) => {
      const drawn = card({ tag: 'chart', chart: { kind, points } })
      expect(validateCard(renderCard(drawn))).toEqual([])
      expect(tagged(drawn, 'chart')).toMatchObject([{ chart_spec: { legends: { visible: true } } }])
    },
  )

  test('of one series has no legend, and one without points says so', () => {
    const one = card({ tag: 'chart', chart: { kind: 'bar', points: points.slice(0, 1) } })
    expect(tagged(one, 'chart')).toMatchObject([{ chart_spec: { legends: { visible: false } } }])
    const none = card({ tag: 'chart', chart: { kind: 'bar', title: '进度', points: [] } })
    expect(tagged(none, 'div')).toMatchObject([{ text: { content: '进度：暂无数据' } }])
  })
})
