/** What copying last year's routine goals would bring to each unit for which a person drafts them. */
import type { Year } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { type Desk, draftingAt, findDesk, typesAt } from '../drafting-desk.ts'
import type { DraftingSeat } from '../places.ts'
import { findPlanHeads, headIn, type PlanHeads } from '../plan-heads.ts'
import { type Copyable, type CopyRefusal, copyRoutines, sortRoutines } from '../rules/copy.ts'
import type { PlanEvent } from '../rules/plan.ts'
import { listItemNames } from './queries.ts'

export interface UnitCopy extends Copyable {
  readonly seat: DraftingSeat
  readonly decision: { readonly events: readonly PlanEvent[] } | { readonly refusal: CopyRefusal }
}

export interface Survey {
  readonly desk: Desk
  readonly lastYear: PlanHeads
  /** The units whose routine goals the person drafts, by number. */
  readonly units: readonly UnitCopy[]
  /** Of the work items that have ended. */
  readonly itemNames: ReadonlyMap<string, string>
}

/** Undefined where the year was never opened. */
export async function surveyCopies(db: Database, year: Year, viewer: Viewer): Promise<Survey | undefined> {
  const desk = await findDesk(db, year, viewer)
  if (!desk) return undefined
  const seats = desk.seats.filter((seat) => typesAt(seat).includes('routine'))
  const lastYear = await findPlanHeads(
    db,
    year - 1,
    seats.map((seat) => seat.unit),
  )
  const units = seats.map((seat) => copyOf(desk, seat, lastYear))
  const ended = units.flatMap((unit) => unit.ended)
  return { desk, lastYear, units, itemNames: await listItemNames(db, ended) }
}

function copyOf(desk: Desk, seat: DraftingSeat, lastYear: PlanHeads): UnitCopy {
  const [{ state }, last] = [headIn(desk.heads, seat.unit), headIn(lastYear, seat.unit)]
  return {
    seat,
    ...sortRoutines(state, last.state, desk.workItems),
    decision: copyRoutines(state, last.state, draftingAt(desk, seat)),
  }
}
