import { type Action, type Button, type Card, type Element, type FieldElement, line } from './kit.ts'

export interface InNameFacts {
  /** In whose name it is tapped. */
  readonly principal: string
  readonly name: string
  /** The last day, as 11月30日. */
  readonly until: string
}

/** A card as a delegate gets it: it says in whose name, and whatever is tapped on it comes back so. */
export function inNameCard(card: Card, { principal, name, until }: InNameFacts): Card {
  return {
    ...card,
    summary: `代${name}：${card.summary}`,
    elements: [
      line(`您代${name}办理（至${until}）`, 'muted'),
      ...card.elements.map((element) => stampElement(element, principal)),
    ],
  }
}

function stampElement(element: Element, principal: string): Element {
  const stamp = (button: Button): Button => ({ ...button, action: stampAction(button.action, principal) })
  switch (element.tag) {
    case 'buttons':
      return { ...element, buttons: element.buttons.map(stamp) }
    case 'form':
      return {
        ...element,
        elements: element.elements.map((one: Element | FieldElement) =>
          one.tag === 'field' ? one : stampElement(one, principal),
        ),
        buttons: element.buttons.map(stamp),
      }
    case 'fold':
      return { ...element, elements: element.elements.map((one) => stampElement(one, principal)) }
    default:
      return element
  }
}

/** The action in that name; one that has a name already keeps it. */
export const stampAction = (action: Action, principal: string): Action =>
  action.for === undefined ? { ...action, for: principal } : action
