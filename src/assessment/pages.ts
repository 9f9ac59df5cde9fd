import type { AssessedGoal } from './rules/goal.ts'

/** So many goals with their inputs keep a card under 200 elements and 30 KB (cards 1.7). */
export const GOALS_A_PAGE = 6

export interface Page<Item> {
  readonly items: readonly Item[]
  /** Counted from 1. */
  readonly page: number
  readonly pages: number
}

/** One page of a list; a page that is not there becomes the nearest one that is. */
export function pageOf<Item>(all: readonly Item[], asked: number, size = GOALS_A_PAGE): Page<Item> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(pages, Math.max(1, asked))
  return { items: all.slice((page - 1) * size, page * size), page, pages }
}

/** The page on which a goal stands; the last one where none is asked for. */
export function pageWith(goals: readonly AssessedGoal[], number: number | undefined): number {
  const index = goals.findIndex((goal) => goal.number === number)
  return Math.ceil((index === -1 ? Math.max(1, goals.length) : index + 1) / GOALS_A_PAGE)
}
