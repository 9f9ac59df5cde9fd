/** The whole card as JSON 2.0 (cards 1.1). */
import * as z from 'zod'
import { containers } from './containers.ts'
import { CONTENT } from './content.ts'
import { INTERACTIVE } from './interactive.ts'
import {
  anyText,
  direction,
  icon,
  links,
  padding,
  plainText,
  spacing,
  spokenText,
  textAlign,
  verticalAlign,
} from './values.ts'

const element: z.ZodType = z.lazy(() => anyElement)
const anyElement = z.discriminatedUnion('tag', [...CONTENT, ...INTERACTIVE, ...containers(element)])

const TEMPLATES = [
  ...['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red', 'carmine', 'violet', 'purple'],
  ...['indigo', 'grey', 'default'],
]
const TAG_COLOURS = [
  ...['neutral', 'blue', 'turquoise', 'lime', 'orange', 'violet', 'indigo', 'wathet', 'green', 'yellow'],
  ...['red', 'purple', 'carmine'],
]

const config = z.strictObject({
  update_multi: z.literal(true).optional(),
  streaming_mode: z.boolean().optional(),
  streaming_config: z.record(z.string(), z.unknown()).optional(),
  summary: z.strictObject({ content: z.string() }).optional(),
  width_mode: z.enum(['compact', 'fill']).optional(),
  locales: z.array(z.string()).optional(),
  enable_forward: z.boolean().optional(),
  enable_forward_interaction: z.boolean().optional(),
  use_custom_translation: z.boolean().optional(),
  style: z.record(z.string(), z.unknown()).optional(),
})

const tag = z.strictObject({
  tag: z.literal('text_tag'),
  text: plainText,
  color: z.enum(TAG_COLOURS).optional(),
  element_id: z.string().optional(),
})

const header = z.strictObject({
  title: spokenText,
  subtitle: anyText.optional(),
  text_tag_list: z.array(tag).max(3).optional(),
  template: z.enum(TEMPLATES).optional(),
  icon: icon.optional(),
  padding: padding.optional(),
})

export const cardSchema = z.strictObject({
  schema: z.literal('2.0'),
  config: config.optional(),
  card_link: links.optional(),
  header: header.optional(),
  body: z.strictObject({
    direction: direction.optional(),
    padding: padding.optional(),
    vertical_spacing: spacing.optional(),
    horizontal_spacing: spacing.optional(),
    horizontal_align: textAlign.optional(),
    vertical_align: verticalAlign.optional(),
    elements: z.array(element),
  }),
})
