import type { GroupId, UnitId } from '../../../kernel/ids.ts'
import { type Actor, holds, isLeaderOf } from '../../../organization/rules/actor.ts'

/** Whether the person looks after all units: the office and the leading group. */
export const overlooksAll = (actor: Actor): boolean =>
  holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')

/** Whether the person sees how far the unit is: beside these, its leader in charge and its working group. */
export function overlooks(
  actor: Actor,
  place: { readonly unit: UnitId; readonly group: GroupId | null },
): boolean {
  if (overlooksAll(actor) || isLeaderOf(actor, place.unit)) return true
  if (place.group === null) return false
  return holds(actor, 'working-convenor', place.group) || holds(actor, 'working-member', place.group)
}
