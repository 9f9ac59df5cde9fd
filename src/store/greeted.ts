/** Who was greeted in the chat already. */
import type { Instant } from '../kernel/time.ts'
import { type Database, first, type Statement } from './database.ts'
import { prepared } from './prepared.ts'

const of = prepared((db, p: { who: string }) =>
  db.selectFrom('greeted').select('at').where('who', '=', p.who),
)

/** `who`: a person, or `open:<account>` of a stranger. */
export async function wasGreeted(db: Database, who: string): Promise<boolean> {
  return (await first(db, of({ who }))) !== undefined
}

const insert = prepared((db, p: { who: string; at: Instant }) =>
  db
    .insertInto('greeted')
    .values({ who: p.who, at: p.at })
    .onConflict((on) => on.column('who').doNothing()),
)

export const rememberGreeted = (who: string, at: Instant): Statement => insert({ who, at })
