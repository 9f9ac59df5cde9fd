import type { UnitId } from '../kernel/ids.ts'
import { type Actor, holds, isLeaderOf } from '../organization/rules/actor.ts'
import { isOfUnit } from './roles.ts'

/** Who may look at a unit's feedback beside its own people: the office and the leading group's chair. */
export function mayReadFeedback(actor: Actor, unit: UnitId): boolean {
  return isOfUnit(actor, unit) || isLeaderOf(actor, unit) || holds(actor, 'office') || holds(actor, 'chair')
}
