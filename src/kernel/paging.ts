import type { Button } from '../../cards/kit.ts'
import type { JsonObject } from './decision.ts'

export interface Page<Item> {
  readonly items: readonly Item[]
  /** From 0. */
  readonly page: number
  readonly turns: readonly Button[]
}

/** One page of a list, with the buttons that turn to the others; a page that is gone becomes the last. */
export function pageOf<Item>(
  list: readonly Item[],
  size: number,
  wanted: number,
  view: { readonly name: string; readonly params: JsonObject },
): Page<Item> {
  const last = Math.max(0, Math.ceil(list.length / size) - 1)
  const page = Math.min(Math.max(0, wanted), last)
  const turn = (text: string, to: number): Button => ({
    text: `${text}（${to + 1}/${last + 1}）`,
    action: { show: view.name, with: { ...view.params, page: to } },
  })
  return {
    items: list.slice(page * size, page * size + size),
    page,
    turns: [
      ...(page > 0 ? [turn('上一页', page - 1)] : []),
      ...(page < last ? [turn('下一页', page + 1)] : []),
    ],
  }
}
