import type { Card, Element, FieldElement, Message } from './kit.ts'

/** Whether a message, as it stands, still waits for an act: it has a form, or a button to act first of all. */
export const asks = (message: Message): boolean => message.kind === 'card' && asksIn(message.card)

const asksIn = ({ elements }: Pick<Card, 'elements'>): boolean => elements.some(isAsking)

function isAsking(element: Element | FieldElement): boolean {
  switch (element.tag) {
    case 'form':
      return true
    case 'buttons':
      return element.buttons.some(({ style }) => style === 'primary')
    case 'fold':
      return asksIn(element)
    default:
      return false
  }
}
