import type { Card, Message } from '../../../../cards/kit.ts'
import { type RenderedCard, renderCard } from '../render-card.ts'

/**
 * Words for a text message. Feishu reads `<at …>`, style tags and `[text](address)` in it (protocol 4.2), so
 * what could begin one of them is written with look-alikes.
 */
export const textContent = (text: string): string =>
  JSON.stringify({ text: text.replace(/<(?=[A-Za-z/!])/g, '＜').replaceAll('](', ']（') })

/** A message as a card, where only a card can stand: in the answer to a tap, and in place of a sent card. */
export function cardOf(message: Message): RenderedCard | undefined {
  switch (message.kind) {
    case 'card':
      return renderCard(message.card)
    case 'text':
      return renderCard(cardOfText(message.text))
    case 'file':
      return undefined
  }
}

const cardOfText = (text: string): Card => ({
  title: '目标管理',
  summary: text,
  elements: [{ tag: 'text', spans: [{ text }] }],
})
