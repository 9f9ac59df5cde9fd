/** Who assigns special goals to a unit (Article 14), and who may change which goal. */
import { type Actor, holds, isLeaderOf } from '../../organization/rules/actor.ts'
import { mayDraft, type Place } from './drafters.ts'
import type { Assigner, Goal } from './goal.ts'
import type { PlanningRefusal } from './refusals.ts'

type Seat = Omit<Place, 'year' | 'phase'>

const ASSIGNERS: readonly Assigner[] = ['office', 'leader', 'group']

function mayAssignAs(actor: Actor, seat: Seat, as: Assigner): boolean {
  switch (as) {
    case 'office':
      return holds(actor, 'office')
    case 'leader':
      return isLeaderOf(actor, seat.unit)
    case 'leading':
      return holds(actor, 'chair') || holds(actor, 'leading-member')
    case 'group':
      return seat.group !== null && holds(actor, 'working-convenor', seat.group)
  }
}

/** As what the actor assigns goals to the unit; undefined for who may not. */
export const assignerOf = (actor: Actor, seat: Seat): Assigner | undefined =>
  ASSIGNERS.find((as) => mayAssignAs(actor, seat, as))

/** Its drafter changes a goal; an assigned one whoever acts as its assigner, and the others are told who did. */
export function barredChanger(actor: Actor, seat: Seat, goal: Goal): PlanningRefusal | undefined {
  const { assigned, number, content, drafter } = goal
  if (!assigned) {
    return mayDraft(actor, seat, drafter) ? undefined : { code: 'other-drafter', type: content.type, drafter }
  }
  const { as, act } = assigned
  if (mayAssignAs(actor, seat, as)) return undefined
  return { code: 'assigned-goal', number, as, by: act.name, at: act.at }
}
