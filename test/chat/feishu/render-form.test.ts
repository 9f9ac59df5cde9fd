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

describe('buttons', () => {
  test('stand in rows of three where there are more than four, the primary first and the dangerous last', () => {
    const styles = ['danger', 'plain', 'plain', 'primary', 'plain'] as const
    const list = styles.map(
      (style, index): Button => ({ text: `${style} ${index}`, style, action: { say: '帮助' } }),
    )
    const drawn = card({ tag: 'buttons', buttons: list })
    expect(tagged(drawn, 'column_set')).toHaveLength(2)
    expect(tagged(drawn, 'button').map((node) => node.type)).toEqual([
      'primary_filled',
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
