import type { Choice, Field, Params } from '../../../../cards/kit.ts'
import type { Limits } from './limits.ts'
import { cut } from './shorten.ts'
import { type Node, plainLine, spansToMarkdown } from './text.ts'

const INPUT_LENGTH = 1000
const NUMBER_LENGTH = 30
const PLACEHOLDER = 100

/** A question of a form: its label, its input, and beneath it in red what was wrong with the last answer. */
export function renderField(field: Field, required: boolean, limits: Limits): readonly Node[] {
  const star = field.required === true ? [{ text: ' *', tone: 'red' as const }] : []
  const label = spansToMarkdown([{ text: field.label }, ...star], limits)
  return [
    { tag: 'markdown', content: label, text_size: 'normal' },
    renderInput(field, required && field.required === true, limits),
    ...(field.fault === undefined ? [] : [plainLine(field.fault, 'red', 'small', limits)]),
  ]
}

function renderInput(field: Field, required: boolean, limits: Limits): Node {
  const common = { name: field.name, required, width: 'fill' }
  switch (field.kind) {
    case 'line':
      return { tag: 'input', ...common, ...typed(field, field.maxLength ?? INPUT_LENGTH) }
    case 'number':
      return { tag: 'input', ...common, ...typed(field, NUMBER_LENGTH, numberHint(field.decimals)) }
    case 'text':
      return {
        tag: 'input',
        ...common,
        input_type: 'multiline_text',
        rows: field.rows ?? 3,
        auto_resize: true,
        ...typed(field, field.maxLength ?? INPUT_LENGTH),
      }
    case 'date':
      return {
        tag: 'date_picker',
        ...common,
        ...placeholder(field.hint ?? '请选择日期'),
        ...initialDate(field),
      }
    case 'choice':
      return renderChoice(field.choices, limits, {
        tag: 'select_static',
        ...common,
        ...placeholder(field.hint ?? '请选择'),
        ...initialOption(field),
      })
    case 'choices':
      return renderChoice(field.choices, limits, {
        tag: 'multi_select_static',
        ...common,
        ...placeholder(field.hint ?? '请选择，可多选'),
        ...selectedValues(field),
      })
  }
}

function typed(field: Field, maxLength: number, hint = '请填写'): Params {
  const length = Math.min(INPUT_LENGTH, Math.max(1, maxLength))
  const [value] = initialValues(field)
  return {
    max_length: length,
    ...placeholder(field.hint ?? hint),
    ...(value === undefined ? {} : { default_value: cut(value, length) }),
  }
}

const numberHint = (decimals: number): string =>
  decimals === 0 ? '请填写整数' : `请填写数字，最多 ${decimals} 位小数`

const placeholder = (hint: string): { readonly placeholder: Node } => ({
  placeholder: { tag: 'plain_text', content: cut(hint, PLACEHOLDER) },
})

/** A select without options would make Feishu refuse the whole card. */
function renderChoice(choices: readonly Choice[], limits: Limits, select: Node): Node {
  if (choices.length === 0) return plainLine('（暂无可选项）', 'muted', 'normal', limits)
  return { ...select, options: choices.map(renderOption) }
}

const renderOption = (choice: Choice): { readonly text: Node; readonly value: string } => ({
  text: { tag: 'plain_text', content: cut(choice.text, PLACEHOLDER) },
  value: choice.value,
})

function initialDate(field: Field): { readonly initial_date?: string } {
  const [date] = initialValues(field)
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { initial_date: date } : {}
}

function initialOption(field: Extract<Field, { kind: 'choice' }>): { readonly initial_option?: string } {
  const [value] = initialValues(field)
  return value !== undefined && isChoice(field.choices, value) ? { initial_option: value } : {}
}

function selectedValues(field: Extract<Field, { kind: 'choices' }>): {
  readonly selected_values?: readonly string[]
} {
  const values = initialValues(field).filter((value) => isChoice(field.choices, value))
  return values.length === 0 ? {} : { selected_values: values }
}

const isChoice = (choices: readonly Choice[], value: string): boolean =>
  choices.some((choice) => choice.value === value)

function initialValues(field: Field): readonly string[] {
  const { initial } = field
  if (initial === undefined || initial === '') return []
  return typeof initial === 'string' ? [initial] : initial
}
