/** Feishu's colours, sizes and spacings as class names and CSS values. Only known values pass. Source: cards.md 1.1–1.3. */
import type { Part } from './part.ts'

const colours = new Set(
  'default neutral blue wathet turquoise green lime yellow orange red carmine violet purple indigo grey white'.split(
    ' ',
  ),
)

/** The class suffix of a colour, `blue` for `blue-500` too; undefined for what is no colour of Feishu's. */
export function colourName(colour: string | undefined): string | undefined {
  const base = colour?.replace(/-\d{2,3}$/, '')
  return base !== undefined && colours.has(base) ? base : undefined
}

const textSizes: { readonly [size: string]: number } = {
  'heading-0': 30,
  'heading-1': 24,
  'heading-2': 20,
  'heading-3': 18,
  'heading-4': 16,
  heading: 16,
  normal: 14,
  notation: 12,
  'xxxx-large': 30,
  'xxx-large': 24,
  'xx-large': 20,
  'x-large': 18,
  large: 16,
  medium: 14,
  small: 12,
  'x-small': 10,
}

const spacings: { readonly [name: string]: string } = {
  small: '4px',
  medium: '8px',
  large: '12px',
  extra_large: '16px',
}

const aligns: { readonly [name: string]: string } = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
}

/** A named spacing, or one to four pixel values; undefined for anything else. */
export function spacing(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  return spacings[value] ?? (/^-?\d{1,3}px( -?\d{1,3}px){0,3}$/.test(value) ? value : undefined)
}

/** A width in pixels; undefined for anything else. */
export const pixels = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{1,4}px$/.test(value) ? value : undefined

export const flexAlign = (value: unknown): string | undefined =>
  typeof value === 'string' ? aligns[value] : undefined

/** `font-size` and `text-align` of a text component. */
export const textStyle = (part: Part): string =>
  css({
    'font-size': typeof part.text_size === 'string' ? sizeOf(part.text_size) : undefined,
    'text-align': ['left', 'center', 'right'].find((align) => align === part.text_align),
  })

const sizeOf = (name: string): string | undefined => {
  const size = textSizes[name]
  return size === undefined ? undefined : `${size}px`
}

/** A style attribute of the declarations that have a value. */
export function css(declarations: { readonly [property: string]: string | number | undefined }): string {
  return Object.entries(declarations)
    .flatMap(([property, value]) => (value === undefined ? [] : [`${property}:${value}`]))
    .join(';')
}
