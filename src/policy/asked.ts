/** Which year a view of the policy shows: without a year, the one that is being managed. */
import * as z from 'zod'
import { type Card, line, type Message } from '../../cards/kit.ts'
import type { Year } from '../kernel/ids.ts'
import type { Database } from '../store/database.ts'
import { findCurrentYear, findYear, type OpenYear } from './queries.ts'
import { yearId } from './subject.ts'

export const yearParams = { year: z.int().exactOptional() }

export const aboutYear = ({ year }: { readonly year?: number }) => (year === undefined ? null : yearId(year))

/** Words name no year: the card follows the one that is being managed. */
export const completing =
  <Params extends { readonly year?: number }>(name: string) =>
  async (db: Database, params: Params) => {
    const open = await askedYear(db, params.year)
    return open && { name, params: { ...params, year: open.year } }
  }

export const askedYear = (db: Database, year: Year | undefined): Promise<OpenYear | undefined> =>
  year === undefined ? findCurrentYear(db) : findYear(db, year)

export const shown = (card: Card): Message => ({ kind: 'card', card })

export const unopened = (title: string): Message =>
  shown({
    title,
    summary: '年度还没有开启',
    elements: [line('年度还没有开启，请等候领导小组办公室通知。')],
  })
