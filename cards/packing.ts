/** Blocks of a long form laid out on cards: each as full as Feishu takes it, and no block torn apart. */
import type { Element, FieldElement } from './kit.ts'

export interface Block {
  /** What stands in it, as `goal:3`: a card can be opened where that is. */
  readonly key: string
  readonly elements: readonly (Element | FieldElement)[]
}

/** A card takes 200 elements and 30 KB; the rest is kept for its head, its buttons and what drawing adds. */
const MOST_ELEMENTS = 150
const MOST_BYTES = 21_000
/** What an element's drawing takes beside its words. */
const ELEMENT_BYTES = 90

export interface Packed {
  readonly blocks: readonly Block[]
  /** Counted from 1. */
  readonly page: number
  readonly pages: number
}

/** The page with the block of one of the keys, the first of them that is anywhere; else the page asked for, or the nearest that is there. */
export function packedPage(all: readonly Block[], asked: number, keys: readonly string[] = []): Packed {
  const pages = packed(all)
  const found = pages.findIndex((blocks) => blocks.some((one) => keys.includes(one.key)))
  const page = found === -1 ? Math.min(pages.length, Math.max(1, asked)) : found + 1
  return { blocks: pages[page - 1] ?? [], page, pages: pages.length }
}

function packed(all: readonly Block[]): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]]
  let left = { elements: MOST_ELEMENTS, bytes: MOST_BYTES }
  for (const block of all) {
    const size = sizeOf(block)
    const open = pages.at(-1) ?? []
    if (open.length > 0 && (size.elements > left.elements || size.bytes > left.bytes)) {
      pages.push([block])
      left = { elements: MOST_ELEMENTS, bytes: MOST_BYTES }
    } else open.push(block)
    left = { elements: left.elements - size.elements, bytes: left.bytes - size.bytes }
  }
  return pages
}

interface Size {
  readonly elements: number
  readonly bytes: number
}

function sizeOf({ elements }: Block): Size {
  const count = elements.reduce((sum, one) => sum + countOf(one), 0)
  const words = new TextEncoder().encode(JSON.stringify(elements)).length
  return { elements: count, bytes: words + count * ELEMENT_BYTES }
}

/** As many as an element is drawn with, or a few more. */
function countOf(element: Element | FieldElement): number {
  switch (element.tag) {
    case 'field':
      return 'choices' in element.field ? 4 + element.field.choices.length : 4
    case 'fold':
      return 4 + element.elements.reduce((sum, one) => sum + countOf(one), 0)
    case 'fields':
      return 1 + 3 * element.items.length
    case 'buttons':
      return 1 + 4 * element.buttons.length
    case 'table':
      return 2
    case 'form':
      return 1 + element.elements.reduce((sum, one) => sum + countOf(one), 0)
    case 'people':
      return 1 + element.people.length
    case 'text':
    case 'chart':
    case 'divider':
      return 2
  }
}
