/** All that a person drafts this year, with everything that the rules of drafting must know: for what concerns many units at once. */
import type { Year } from '../kernel/ids.ts'
import type { Viewer } from '../kernel/view.ts'
import { getActor, listPriorities, listWorkItems } from '../organization/queries.ts'
import { findYear } from '../policy/queries.ts'
import { type Phases, phaseFor } from '../policy/rules/reopening.ts'
import type { Database } from '../store/database.ts'
import type { PriorityTable } from '../store/schema/organization.ts'
import type { GoalType } from '../store/schema/planning.ts'
import { type DraftingSeat, listDraftingSeats } from './places.ts'
import { findPlanHeads, type PlanHeads } from './plan-heads.ts'
import type { Drafting } from './rules/draft.ts'
import { typesOf } from './rules/drafters.ts'
import type { WorkItem } from './rules/entry.ts'

export interface Desk extends Omit<Drafting, 'place'> {
  readonly year: Year
  readonly phases: Phases
  /** The units for which the person drafts, by number. */
  readonly seats: readonly DraftingSeat[]
  /** Their plans of the year. */
  readonly heads: PlanHeads
  readonly priorities: readonly PriorityTable[]
  readonly workItems: readonly WorkItem[]
}

/** Undefined where the year was never opened. */
export async function findDesk(db: Database, year: Year, viewer: Viewer): Promise<Desk | undefined> {
  const [by, open, priorities, workItems] = await Promise.all([
    getActor(db, viewer),
    findYear(db, year),
    listPriorities(db),
    listWorkItems(db),
  ])
  if (!open) return undefined
  const seats = await listDraftingSeats(db, by)
  const heads = await findPlanHeads(
    db,
    year,
    seats.map((seat) => seat.unit),
  )
  return {
    year,
    phases: open,
    by,
    act: { by: by.id, name: by.name, at: viewer.at },
    specialLimit: open.policy.specialLimit,
    catalogue: { year, priorities: priorities.map((one) => one.id), workItems },
    seats,
    heads,
    priorities,
    workItems,
  }
}

/** What the rules of drafting must know for one unit of the desk. */
export function draftingAt(desk: Desk, seat: DraftingSeat): Drafting {
  const { by, act, catalogue, specialLimit, year, phases } = desk
  const { unit, kind, leader, group } = seat
  return {
    by,
    act,
    catalogue,
    specialLimit,
    place: { year, phase: phaseFor(phases, unit), unit, kind, leader, group },
  }
}

/** The types of goals that the person drafts for the unit. */
export const typesAt = (seat: DraftingSeat): readonly GoalType[] =>
  seat.drafters.flatMap((drafter) => typesOf(seat.kind, drafter))

/** With only those units whose goals are set now. */
export const openDesk = (desk: Desk): Desk => ({
  ...desk,
  seats: desk.seats.filter((seat) => phaseFor(desk.phases, seat.unit) === 'setting'),
})
