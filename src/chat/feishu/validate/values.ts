/** The small shapes that card components share (cards 1.1, 1.2, 1.4). Everything is strict: 2.0 refuses what it does not know. */
import * as z from 'zod'

export const COLOURS = z.string().regex(/^[a-z][a-z0-9_-]*$/)

const inPixels = (low: number, high: number): z.ZodType =>
  z
    .string()
    .refine(
      (text) => /^\d+px$/.test(text) && Number.parseInt(text, 10) >= low && Number.parseInt(text, 10) <= high,
    )

/** One of the words, or a number of pixels between the two. */
export const sized = (words: readonly string[], low: number, high: number): z.ZodType =>
  z.union([z.enum(words), inPixels(low, high)])

const SPACING = ['small', 'medium', 'large', 'extra_large']
export const spacing = sized(SPACING, 0, 99)
export const padding = z.string().regex(/^\d{1,2}px( \d{1,2}px){0,3}$/)
export const margin = z.string().regex(/^-?\d{1,2}px( -?\d{1,2}px){0,3}$/)

export const textAlign = z.enum(['left', 'center', 'right'])
export const verticalAlign = z.enum(['top', 'center', 'bottom'])
export const direction = z.enum(['vertical', 'horizontal'])
export const textSize = z
  .string()
  .regex(/^(heading(-[0-4])?|normal|notation|(x{1,4}-)?large|medium|(x-)?small|cus-\d+)$/)

const textFields = {
  content: z.string(),
  text_size: textSize.optional(),
  text_align: textAlign.optional(),
  lines: z.int().min(1).optional(),
}
export const plainText = z.strictObject({
  tag: z.literal('plain_text'),
  ...textFields,
  text_color: COLOURS.optional(),
})
export const markdownText = z.strictObject({ tag: z.literal('lark_md'), ...textFields })
export const anyText = z.discriminatedUnion('tag', [plainText, markdownText])

/** Text that must say something. */
export const spokenText = anyText.refine((text) => text.content.trim() !== '', 'is empty')

export const upTo = (length: number): z.ZodType =>
  plainText.refine((text) => Array.from(text.content).length <= length, `is longer than ${length} characters`)

export const icon = z.strictObject({
  tag: z.enum(['standard_icon', 'custom_icon']),
  token: z.string().optional(),
  color: COLOURS.optional(),
  img_key: z.string().optional(),
})

const link = z.url({ protocol: /^https?$/ })
export const links = z.strictObject({
  url: link.optional(),
  pc_url: z.string().optional(),
  ios_url: z.string().optional(),
  android_url: z.string().optional(),
})

const callback = z.strictObject({ type: z.literal('callback'), value: z.record(z.string(), z.unknown()) })
const openUrl = z.strictObject({
  type: z.literal('open_url'),
  default_url: link,
  pc_url: z.string().optional(),
  ios_url: z.string().optional(),
  android_url: z.string().optional(),
})
/** The official SDKs take objects as values only (cards 1.4). */
export const behaviors = z.array(z.discriminatedUnion('type', [callback, openUrl])).min(1)

export const confirm = z.strictObject({ title: plainText, text: plainText })

/** Properties that every component may have (cards 1.1). */
export const everywhere = {
  element_id: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/)
    .optional(),
  margin: margin.optional(),
}
