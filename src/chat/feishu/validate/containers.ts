/** Components that hold others (cards 1.3). What may stand inside which is checked in `placement.ts`. */
import * as z from 'zod'
import {
  anyText,
  behaviors,
  COLOURS,
  confirm,
  direction,
  everywhere,
  icon,
  links,
  padding,
  plainText,
  sized,
  spacing,
  textAlign,
  verticalAlign,
} from './values.ts'

const layout = {
  direction: direction.optional(),
  padding: padding.optional(),
  vertical_spacing: spacing.optional(),
  horizontal_spacing: spacing.optional(),
  horizontal_align: textAlign.optional(),
  vertical_align: verticalAlign.optional(),
}
const action = z.strictObject({ multi_url: links })
const panelIcon = icon.extend({ size: z.string().optional() })

const panelHeader = z.strictObject({
  title: z.union([anyText, z.strictObject({ tag: z.literal('markdown'), content: z.string() })]),
  icon: panelIcon.optional(),
  icon_position: z.enum(['left', 'right', 'follow_text']).optional(),
  icon_expanded_angle: z.union([z.literal(-180), z.literal(-90), z.literal(90), z.literal(180)]).optional(),
  background_color: COLOURS.optional(),
  padding: padding.optional(),
  vertical_align: verticalAlign.optional(),
  width: z.enum(['fill', 'auto', 'auto_when_fold']).optional(),
})

/** The containers over a given kind of element. */
export function containers(element: z.ZodType) {
  const elements = z.array(element)
  const column = z.strictObject({
    tag: z.literal('column'),
    ...everywhere,
    ...layout,
    width: sized(['auto', 'weighted'], 16, 600).optional(),
    weight: z.int().min(1).max(5).optional(),
    background_style: COLOURS.optional(),
    action: action.optional(),
    elements,
  })
  const columnSet = z.strictObject({
    tag: z.literal('column_set'),
    ...everywhere,
    columns: z.array(column).min(1),
    flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
    horizontal_spacing: spacing.optional(),
    horizontal_align: textAlign.optional(),
    background_style: COLOURS.optional(),
    action: action.optional(),
  })
  const form = z.strictObject({
    tag: z.literal('form'),
    ...everywhere,
    ...layout,
    name: z.string(),
    elements,
  })
  const interactive = z.strictObject({
    tag: z.literal('interactive_container'),
    ...everywhere,
    ...layout,
    behaviors,
    width: sized(['fill', 'auto'], 16, 999).optional(),
    height: sized(['auto'], 10, 999).optional(),
    has_border: z.boolean().optional(),
    border_color: COLOURS.optional(),
    corner_radius: z.string().optional(),
    background_style: COLOURS.optional(),
    disabled: z.boolean().optional(),
    disabled_tips: plainText.optional(),
    hover_tips: plainText.optional(),
    confirm: confirm.optional(),
    elements,
  })
  const panel = z.strictObject({
    tag: z.literal('collapsible_panel'),
    ...everywhere,
    ...layout,
    expanded: z.boolean().optional(),
    header: panelHeader,
    border: z.strictObject({ color: COLOURS.optional(), corner_radius: z.string().optional() }).optional(),
    background_color: COLOURS.optional(),
    elements: elements.min(1),
  })
  return [columnSet, form, interactive, panel] as const
}
