import type { Card, Params, Tone } from '../../../cards/kit.ts'
import { renderElement } from './render/element.ts'
import { CARD_BYTES, LIMITS, type Limits } from './render/limits.ts'
import { cut } from './render/shorten.ts'
import { tagColour } from './render/table.ts'
import { plainLine, plainText } from './render/text.ts'

/** A card in Feishu's JSON 2.0, ready for `JSON.stringify`. */
export type RenderedCard = Params

const TITLE = 100
const SUMMARY = 200
const TEMPLATES = {
  plain: 'default',
  muted: 'grey',
  blue: 'blue',
  green: 'green',
  orange: 'orange',
  red: 'red',
} as const

/**
 * Draws a card as JSON 2.0 (cards 1.1). Texts and tables too long for Feishu's 30 KB are shortened step by
 * step, each with a remark; the inputs of a form never are.
 */
export function renderCard(card: Card): RenderedCard {
  const [widest, ...narrower] = LIMITS
  let drawn = draw(card, widest)
  for (const limits of narrower) {
    if (sizeOf(drawn) <= CARD_BYTES) break
    drawn = draw(card, limits)
  }
  return drawn
}

/** Bytes of UTF-8 that the card takes on the wire. */
export const sizeOf = (card: unknown): number => new TextEncoder().encode(JSON.stringify(card)).length

function draw(card: Card, limits: Limits): RenderedCard {
  const elements = card.elements.flatMap((element) => renderElement(element, limits))
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      width_mode: 'fill',
      enable_forward: false,
      summary: { content: cut(card.summary, SUMMARY) },
    },
    header: renderHeader(card, limits),
    body: {
      elements: elements.length === 0 ? [plainLine(card.summary, 'plain', 'normal', limits)] : elements,
    },
  }
}

/** Older clients show the title alone, so there always is one. Colour says the state; what waits stays uncoloured. */
function renderHeader(card: Card, limits: Limits): RenderedCard {
  const title = cut(card.title, TITLE)
  return {
    title: { tag: 'plain_text', content: title.trim() === '' ? '目标管理' : title },
    ...(card.subtitle === undefined ? {} : { subtitle: { ...plainText(card.subtitle, limits) } }),
    template: TEMPLATES[card.status?.tone ?? 'plain'],
    ...(card.status === undefined ? {} : { text_tag_list: [renderTag(card.status.text, card.status.tone)] }),
  }
}

const renderTag = (text: string, tone: Tone): RenderedCard => ({
  tag: 'text_tag',
  text: { tag: 'plain_text', content: cut(text, TITLE) },
  color: tone === 'plain' ? 'yellow' : tagColour(tone),
})
