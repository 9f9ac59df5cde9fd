import type { UnitId, Year } from '../../kernel/ids.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import type { Seat } from '../places.ts'

/** The year that is being managed; undefined before the first is opened. */
export async function currentYear(db: Database): Promise<Year | undefined> {
  return (await findCurrentYear(db))?.year
}

/** The unit whose goals are the viewer's own; undefined for those who look after several. */
export function ownUnit(actor: Actor, seats: readonly Seat[]): UnitId | undefined {
  const own = seats.find((seat) => holds(actor, 'contact', seat.unit) || holds(actor, 'head', seat.unit))
  return own?.unit ?? (seats.length === 1 ? seats[0]?.unit : undefined)
}
