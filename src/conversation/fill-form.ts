import type { Card, Element, Field, FieldElement } from '../../cards/kit.ts'
import type { Typed } from './reading/field.ts'

/** What stands in a field, and what is wrong with it. */
export interface Filled {
  readonly typed?: Typed
  readonly fault?: string
}

/** The card with the fields of one of its forms filled in, so that nothing typed is lost when a form comes back. */
export function fillForm(card: Card, form: string, filled: { readonly [field: string]: Filled }): Card {
  return {
    ...card,
    elements: card.elements.map((element) =>
      element.tag === 'form' && element.name === form
        ? { ...element, elements: element.elements.map((one) => fillElement(one, filled)) }
        : element,
    ),
  }
}

function fillElement(
  element: Element | FieldElement,
  filled: { readonly [field: string]: Filled },
): Element | FieldElement {
  if (element.tag !== 'field') return element
  const own = filled[element.field.name]
  return own === undefined ? element : { tag: 'field', field: fillField(element.field, own) }
}

export function fillField(field: Field, { typed, fault }: Filled): Field {
  return {
    ...field,
    ...(typed === undefined ? {} : { initial: typed }),
    ...(fault === undefined ? {} : { fault }),
  }
}
