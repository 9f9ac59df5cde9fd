/** Whether a person may act in another's name now, from the delegations of the day (rulebook 7). */
import type { Acting } from '../../kernel/acting.ts'
import { type LocalDate, sayDate } from '../../kernel/time.ts'
import { findStanding, type Standing } from '../../organization/delegation/queries.ts'
import type { Database } from '../../store/database.ts'

/** The sentence that says why not; undefined where the person may, as in the own name. */
export async function whyNotInName(db: Database, acting: Acting): Promise<string | undefined> {
  if (acting.by === acting.inNameOf) return undefined
  const standing = await findStanding(db, acting)
  return standing?.status === 'live' ? undefined : sayStanding(standing)
}

/** What is said to one who has no delegation now, with what to do. */
export function sayStanding(standing: Exclude<Standing, { readonly status: 'live' }> | undefined): string {
  const name = standing?.name ?? '对方'
  switch (standing?.status) {
    case 'over':
      return `${name}的委托已于${sayShort(standing.last)}结束，您不能再代办。需要时请${name}或办公室重新委托。`
    case 'later':
      return `${name}的委托从${sayShort(standing.from)}起生效，现在还不能代办。`
    case 'none':
    case undefined:
      return `您没有${name}的委托，不能代办。需要时请${name}或办公室委托您。`
  }
}

/** `11月30日` */
export const sayShort = (day: LocalDate): string => sayDate(day).slice('2026年'.length)
