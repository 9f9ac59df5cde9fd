/** Components that ask (cards 1.4). */
import * as z from 'zod'
import {
  anyText,
  behaviors,
  confirm,
  everywhere,
  icon,
  links,
  plainText,
  sized,
  spokenText,
  upTo,
} from './values.ts'

const BUTTON_TYPES = [
  ...['default', 'primary', 'danger', 'text', 'primary_text', 'danger_text'],
  ...['primary_filled', 'danger_filled', 'laser'],
]

const common = {
  ...everywhere,
  name: z.string().optional(),
  disabled: z.boolean().optional(),
  confirm: confirm.optional(),
  behaviors: behaviors.optional(),
  width: sized(['default', 'fill', 'auto'], 100, 9999).optional(),
}
const asking = { ...common, required: z.boolean().optional(), placeholder: upTo(100).optional() }

const button = z.strictObject({
  tag: z.literal('button'),
  ...common,
  text: z.intersection(spokenText, upTo(100)).optional(),
  type: z.enum(BUTTON_TYPES).optional(),
  size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
  icon: icon.optional(),
  hover_tips: plainText.optional(),
  disabled_tips: plainText.optional(),
  form_action_type: z.enum(['submit', 'reset']).optional(),
})

const overflow = z.strictObject({
  tag: z.literal('overflow'),
  ...common,
  options: z
    .array(z.strictObject({ text: plainText, multi_url: links.optional(), value: z.string().optional() }))
    .min(1),
})

const input = z.strictObject({
  tag: z.literal('input'),
  ...asking,
  input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
  max_length: z.int().min(1).max(1000).optional(),
  rows: z.int().min(1).optional(),
  max_rows: z.int().min(1).optional(),
  auto_resize: z.boolean().optional(),
  default_value: z.string().optional(),
  label: plainText.optional(),
  label_position: z.enum(['top', 'left']).optional(),
  show_icon: z.boolean().optional(),
})

const option = z.strictObject({ text: plainText, value: z.string().min(1), icon: icon.optional() })
const selectStatic = z.strictObject({
  tag: z.literal('select_static'),
  ...asking,
  type: z.enum(['default', 'text']).optional(),
  options: z.array(option).min(1),
  initial_option: z.string().optional(),
  initial_index: z.int().min(0).optional(),
})
const multiSelectStatic = z.strictObject({
  tag: z.literal('multi_select_static'),
  ...asking,
  type: z.enum(['default', 'text']).optional(),
  options: z.array(option).min(1),
  selected_values: z.array(z.string()).optional(),
})

const people = z.array(z.strictObject({ value: z.string().min(1) })).optional()
const selectPerson = z.strictObject({
  tag: z.literal('select_person'),
  ...asking,
  options: people,
  initial_option: z.string().optional(),
})
const multiSelectPerson = z.strictObject({
  tag: z.literal('multi_select_person'),
  ...asking,
  options: people,
  selected_values: z.array(z.string()).optional(),
})

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const datePicker = z.strictObject({ tag: z.literal('date_picker'), ...asking, initial_date: day.optional() })
const timePicker = z.strictObject({
  tag: z.literal('picker_time'),
  ...asking,
  initial_time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
})
const datetimePicker = z.strictObject({
  tag: z.literal('picker_datetime'),
  ...asking,
  initial_datetime: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
    .optional(),
})

const checker = z.strictObject({
  tag: z.literal('checker'),
  ...common,
  text: anyText.optional(),
  checked: z.boolean().optional(),
  overall_checkable: z.boolean().optional(),
})

export const INTERACTIVE = [
  ...[button, overflow, input, selectStatic, multiSelectStatic, selectPerson, multiSelectPerson],
  ...[datePicker, timePicker, datetimePicker, checker],
] as const
