/** Who may see how a unit's score came about: whom the feedback reaches (Article 22), who scored it, and who answers for the scheme. */
import { type Actor, holds, isLeaderOf } from '../../organization/rules/actor.ts'
import { barFor, isOfUnit, sitsIn } from '../roles.ts'

export interface Explainable {
  readonly id: string
  readonly leader: string | null
  /** The group that assesses the unit; null where none is in charge. */
  readonly group: string | null
}

export function mayReadExplanation(actor: Actor, unit: Explainable): boolean {
  return isOfUnit(actor, unit.id) || isLeaderOf(actor, unit.id) || decides(actor) || assesses(actor, unit)
}

/** The office and the leading group, who see gates and places before they are announced. */
export const decides = (actor: Actor): boolean =>
  holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')

/** A member of the group in charge who is not barred, nor is whoever looks in the member's name (rulebook 7). */
function assesses(actor: Actor, unit: Explainable): boolean {
  return unit.group !== null && sitsIn(actor, unit.group) && barFor(actor, unit) === undefined
}
