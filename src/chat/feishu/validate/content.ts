/** Components that show (cards 1.2, 1.5, 1.6). */
import * as z from 'zod'
import { anyText, COLOURS, everywhere, icon, plainText, sized, textAlign, textSize } from './values.ts'

const markdown = z.strictObject({
  tag: z.literal('markdown'),
  ...everywhere,
  content: z.string(),
  text_align: textAlign.optional(),
  text_size: textSize.optional(),
  icon: icon.optional(),
})

const div = z.strictObject({
  tag: z.literal('div'),
  ...everywhere,
  text: anyText.optional(),
  icon: icon.optional(),
  width: sized(['fill', 'auto'], 16, 999).optional(),
  fields: z.array(z.strictObject({ is_short: z.boolean().optional(), text: anyText })).optional(),
})

const hr = z.strictObject({ tag: z.literal('hr'), ...everywhere })

const img = z.strictObject({
  tag: z.literal('img'),
  ...everywhere,
  img_key: z.string().min(1),
  alt: plainText,
  title: plainText.optional(),
  corner_radius: z.string().optional(),
  scale_type: z.enum(['crop_center', 'crop_top', 'fit_horizontal']).optional(),
  size: z.string().optional(),
  transparent: z.boolean().optional(),
  preview: z.boolean().optional(),
})

const personSize = z.enum(['extra_small', 'small', 'medium', 'large'])
const person = z.strictObject({
  tag: z.literal('person'),
  ...everywhere,
  user_id: z.string().min(1),
  size: personSize.optional(),
  show_avatar: z.boolean().optional(),
  show_name: z.boolean().optional(),
  style: z.enum(['normal', 'capsule']).optional(),
})
const personList = z.strictObject({
  tag: z.literal('person_list'),
  ...everywhere,
  persons: z.array(z.strictObject({ id: z.string().min(1) })).min(1),
  lines: z.int().min(1).optional(),
  show_name: z.boolean().optional(),
  show_avatar: z.boolean().optional(),
  size: personSize.optional(),
  drop_invalid_user_id: z.boolean().optional(),
  icon: icon.optional(),
})

const chart = z.strictObject({
  tag: z.literal('chart'),
  ...everywhere,
  chart_spec: z.looseObject({ type: z.string().min(1) }),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
  color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
  preview: z.boolean().optional(),
  height: sized(['auto'], 1, 999).optional(),
})

const column = z.strictObject({
  name: z.string().min(1),
  display_name: z.string().optional(),
  width: z.union([sized(['auto'], 80, 600), z.string().regex(/^(100|[1-9]?\d)%$/)]).optional(),
  horizontal_align: textAlign.optional(),
  vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
  data_type: z.enum(['text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown']),
  format: z
    .strictObject({
      precision: z.int().min(0).max(10).optional(),
      symbol: z.string().max(1).optional(),
      separator: z.boolean().optional(),
    })
    .optional(),
  date_format: z.string().optional(),
})
const table = z.strictObject({
  tag: z.literal('table'),
  ...everywhere,
  columns: z.array(column).min(1).max(50),
  rows: z.array(z.record(z.string(), z.unknown())),
  page_size: z.int().min(1).max(10).optional(),
  row_height: sized(['low', 'middle', 'high', 'auto'], 32, 124).optional(),
  row_max_height: z.string().optional(),
  freeze_first_column: z.boolean().optional(),
  header_style: z
    .strictObject({
      text_align: textAlign.optional(),
      text_size: textSize.optional(),
      background_style: z.enum(['none', 'grey']).optional(),
      text_color: COLOURS.optional(),
      bold: z.boolean().optional(),
      lines: z.int().min(1).optional(),
    })
    .optional(),
})

export const CONTENT = [markdown, div, hr, img, person, personList, chart, table] as const
