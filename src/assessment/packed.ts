/** Long words in pages that a card can hold: by their bytes and by their number. */
import type { Button } from '../../cards/kit.ts'
import type { JsonObject } from '../kernel/decision.ts'
import { pageOf } from '../kernel/paging.ts'

export interface Packing<Item> {
  /** What an item takes on the card, in bytes. */
  readonly bytes: (item: Item) => number
  readonly most: number
  readonly budget: number
}

/** UTF-8 bytes of words as a card carries them. */
export const bytesOf = (...texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + new TextEncoder().encode(JSON.stringify(text)).length, 0)

export function packed<Item>(items: readonly Item[], { bytes, most, budget }: Packing<Item>): Item[][] {
  const pages: Item[][] = []
  let left = 0
  for (const item of items) {
    const size = bytes(item)
    const last = pages.at(-1)
    if (!last || last.length >= most || size > left) {
      pages.push([item])
      left = budget - size
    } else {
      last.push(item)
      left -= size
    }
  }
  return pages
}

/** One packed page, counted from 0, with the buttons that turn to the others. */
export function packedPage<Item>(
  items: readonly Item[],
  packing: Packing<Item>,
  wanted: number,
  view: { readonly name: string; readonly params: JsonObject },
): { readonly items: readonly Item[]; readonly page: number; readonly turns: readonly Button[] } {
  const { items: found, page, turns } = pageOf(packed(items, packing), 1, wanted, view)
  return { items: found[0] ?? [], page, turns }
}
