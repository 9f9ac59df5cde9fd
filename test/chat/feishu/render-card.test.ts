import { describe, expect, test } from 'vitest'
import type { Button, Card, Element, Field } from '../../../cards/kit.ts'
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
const submit: Button = {
  text: '提交',
  style: 'primary',
  action: { submit: 'goal', with: { id: 'g1', version: 3 } },
}
const form = (buttons: readonly Button[], ...fields: readonly Field[]): Element => ({
  tag: 'form',
  name: 'goal',
  elements: fields.map((field) => ({ tag: 'field', field })),
  buttons,
})
const title: Field = { kind: 'line', name: 'title', label: '目标名称', required: true }

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

describe('buttons', () => {
  test('stand in rows of four, the primary first and the dangerous last', () => {
    const styles = ['danger', 'plain', 'plain', 'primary', 'plain'] as const
    const list = styles.map(
      (style, index): Button => ({ text: `${style} ${index}`, style, action: { say: '帮助' } }),
    )
    const drawn = card({ tag: 'buttons', buttons: list })
    expect(tagged(drawn, 'column_set')).toHaveLength(2)
    expect(tagged(drawn, 'button').map((node) => node.type)).toEqual([
      'primary',
      'default',
      'default',
      'default',
      'danger',
    ])
  })

  test('carry their action as the value, and ask before what cannot be undone', () => {
    const action = { do: 'plan.return', with: { plan: 'p1', version: 5 } }
    const confirm = { title: '确认退回？', text: '单位将收到意见。' }
    const [drawn] = tagged(card({ tag: 'buttons', buttons: [{ text: '退回', action, confirm }] }), 'button')
    expect(drawn).toMatchObject({
      behaviors: [{ type: 'callback', value: action }],
      confirm: { title: { content: '确认退回？' }, text: { content: '单位将收到意见。' } },
    })
  })
})

describe('a form', () => {
  const keep: Button = { text: '存草稿', action: { keep: 'goal', with: {} } }

  test('with one way to send it lets the client ask for what is required', () => {
    expect(tagged(card(form([submit], title)), 'input')).toMatchObject([{ name: 'title', required: true }])
  })

  test.each([
    ['that can be kept as a draft', [submit, keep]],
    ['with two ways to send it', [submit, { ...submit, text: '退回' }]],
  ])('%s requires nothing on the client', (_what, buttons) => {
    expect(tagged(card(form(buttons, title)), 'input')).toMatchObject([{ required: false }])
  })

  test('shows a fault in red under its field and keeps what was typed', () => {
    const field: Field = {
      ...title,
      initial: '编写教材',
      fault: '名称太短，请写明要做的事。',
      hint: '不超过 50 字',
    }
    const drawn = card(form([submit], field))
    expect(tagged(drawn, 'input')).toMatchObject([
      { default_value: '编写教材', placeholder: { content: '不超过 50 字' } },
    ])
    expect(tagged(drawn, 'div')).toMatchObject([
      { text: { content: '名称太短，请写明要做的事。', text_color: 'red' } },
    ])
  })

  test('has every kind of field, each under its name and with what stood in it', () => {
    const choices = [
      { value: 'a', text: '定量' },
      { value: 'b', text: '定性' },
    ]
    const fields: readonly Field[] = [
      { kind: 'text', name: 'detail', label: '内容', maxLength: 5000 },
      { kind: 'number', name: 'weight', label: '权重', decimals: 2, initial: '12.5' },
      { kind: 'date', name: 'due', label: '完成时限', initial: '2026-11-30' },
      { kind: 'choice', name: 'kind', label: '类型', choices, initial: 'b' },
      { kind: 'choices', name: 'owners', label: '负责人', choices, initial: ['a', 'gone'] },
    ]
    const drawn = card(form([submit], ...fields))
    expect(validateCard(renderCard(drawn))).toEqual([])
    expect(nodes(drawn).flatMap(({ node }) => ('required' in node ? [node] : []))).toMatchObject([
      { tag: 'input', name: 'detail', input_type: 'multiline_text', max_length: 1000 },
      {
        tag: 'input',
        name: 'weight',
        default_value: '12.5',
        placeholder: { content: '请填写数字，最多 2 位小数' },
      },
      { tag: 'date_picker', name: 'due', initial_date: '2026-11-30' },
      { tag: 'select_static', name: 'kind', initial_option: 'b' },
      { tag: 'multi_select_static', name: 'owners', selected_values: ['a'] },
    ])
  })

  test('gives each button a name; only those that send the form submit it', () => {
    const show: Button = { text: '查看要点', action: { show: 'priorities', with: {} } }
    const drawn = tagged(card(form([submit, keep, show], title)), 'button')
    expect(drawn.map((node) => [node.name, node.form_action_type])).toEqual([
      ['goal_button_1', 'submit'],
      ['goal_button_2', 'submit'],
      ['goal_button_3', undefined],
    ])
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
