import type { Button } from '../../../../cards/kit.ts'

/** Where a page of a list begins that the database cuts, with the buttons to the others; a page that is gone becomes the last. */
export function turnsOf(
  total: number,
  size: number,
  wanted: number,
  view: string,
): { readonly offset: number; readonly turns: readonly Button[] } {
  const last = Math.max(0, Math.ceil(total / size) - 1)
  const page = Math.min(wanted, last)
  const turn = (text: string, to: number): Button => ({
    text: `${text}（${to + 1}/${last + 1}）`,
    action: { show: view, with: { page: to } },
  })
  return {
    offset: page * size,
    turns: [
      ...(page > 0 ? [turn('上一页', page - 1)] : []),
      ...(page < last ? [turn('下一页', page + 1)] : []),
    ],
  }
}
