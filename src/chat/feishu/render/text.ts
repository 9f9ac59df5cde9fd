import type { Params, Span, Tone } from '../../../../cards/kit.ts'
import { escapeMarkdown } from './escape.ts'
import type { Limits } from './limits.ts'
import { shorten } from './shorten.ts'

/** A node of Feishu's card JSON 2.0. */
export type Node = Params & { readonly tag: string }

export type TextSize = 'normal' | 'small' | 'heading'

const SIZES = { normal: 'normal', small: 'notation', heading: 'heading' } as const
const COLOURS = {
  plain: 'default',
  muted: 'grey',
  blue: 'blue',
  green: 'green',
  orange: 'orange',
  red: 'red',
} as const

/** A text object that the client shows as it is, without reading any markup in it (cards 1.2). */
export const plainText = (text: string, limits: Limits): Node => ({
  tag: 'plain_text',
  content: shorten(text, limits.text),
})

/**
 * Words on a line of their own. One span without emphasis is plain text, which nothing can turn into markup;
 * mixed spans need markdown, where every span is escaped (cards 1.2).
 */
export function renderText(spans: readonly Span[], size: TextSize, limits: Limits): Node {
  const [only] = spans
  if (spans.length === 1 && only !== undefined && only.bold !== true) {
    return plainLine(only.text, only.tone ?? 'plain', size, limits)
  }
  return { tag: 'markdown', content: spansToMarkdown(spans, limits), text_size: SIZES[size] }
}

export function plainLine(text: string, tone: Tone, size: TextSize, limits: Limits): Node {
  return {
    tag: 'div',
    text: { ...plainText(text, limits), text_size: SIZES[size], text_color: COLOURS[tone] },
  }
}

/** Escaped markdown in one paragraph. Neighbouring emphasis gets a space where CommonMark would not see its end. */
export function spansToMarkdown(spans: readonly Span[], limits: Limits): string {
  return spans.reduce((line, span) => line + gap(line, span) + spanToMarkdown(span, limits), '').trimStart()
}

function spanToMarkdown(span: Span, limits: Limits): string {
  const words = escapeMarkdown(shorten(span.text, limits.text))
  const strong = span.bold === true ? embolden(words) : words
  const colour = COLOURS[span.tone ?? 'plain']
  return colour === 'default' || words === '' ? strong : `<font color='${colour}'>${strong}</font>`
}

/** `**` takes effect only right beside its words, so blanks go outside. */
function embolden(words: string): string {
  const core = words.trim()
  return core === '' ? words : words.replace(core, () => `**${core}**`)
}

const gap = (line: string, next: Span): string =>
  line.endsWith('**') || (line !== '' && next.bold === true) ? ' ' : ''
