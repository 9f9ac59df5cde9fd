/** The units that a person has to do with when goals are set, and what is to be known of each. */
import type { UnitId } from '../kernel/ids.ts'
import { findGroupOf, findUnit, listUnits, listUnitsOfGroup } from '../organization/queries.ts'
import { type Actor, scopesOf } from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import type { UnitTable } from '../store/schema/organization.ts'
import type { Drafter } from '../store/schema/planning.ts'
import { mayDraft, maySee, type Place, partsOf } from './rules/drafters.ts'

/** A unit with those in charge of it. */
export type Seat = Omit<Place, 'year' | 'phase'> & { readonly name: string }

/** The unit with its leader in charge and working group; undefined where it takes no part. */
export async function findSeat(db: Database, unit: UnitId): Promise<Seat | undefined> {
  const [row, group] = await Promise.all([findUnit(db, unit), findGroupOf(db, unit, 'working')])
  return row?.active === 1 ? seatOf(row, group?.id ?? null) : undefined
}

function seatOf(row: UnitTable, group: string | null): Seat {
  return { unit: row.id, name: row.name, kind: row.kind, leader: row.leader, group }
}

export interface DraftingSeat extends Seat {
  /** Those of the unit's drafters that the person is one of. */
  readonly drafters: readonly Drafter[]
}

/** The units for which the person drafts goals (Articles 13-15), by number. */
export async function listDraftingSeats(db: Database, actor: Actor): Promise<DraftingSeat[]> {
  const seats = await listSeats(db, actor)
  return seats.flatMap((seat) => {
    const drafters = partsOf(seat.kind).filter((part) => mayDraft(actor, seat, part))
    return drafters.length > 0 ? [{ ...seat, drafters }] : []
  })
}

/** The units whose goals the person may see, by number. */
export async function listVisibleSeats(db: Database, actor: Actor): Promise<Seat[]> {
  return (await listSeats(db, actor)).filter((seat) => maySee(actor, seat))
}

async function listSeats(db: Database, actor: Actor): Promise<Seat[]> {
  const groups = scopesOf(actor, 'working-convenor', 'working-member')
  const [units, ...ofGroups] = await Promise.all([
    listUnits(db),
    ...groups.map((group) => listUnitsOfGroup(db, group)),
  ])
  const groupOf = new Map(
    ofGroups.flatMap((list, position) => list.map((unit) => [unit.id, groups[position] ?? null] as const)),
  )
  return units.map((unit) => seatOf(unit, groupOf.get(unit.id) ?? null))
}
