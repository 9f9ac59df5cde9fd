/** Who may read the minutes: they say who gave what, which the unit's own people never see (Article 22). */
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Explainable } from '../explain/readers.ts'
import { barFor, sitsIn } from '../roles.ts'

/** The office, the leading group, and the members of the group who are not barred; nobody of the unit. */
export function mayReadMinutes(actor: Actor, unit: Explainable): boolean {
  const bar = barFor(actor, unit)
  if (bar === 'own-unit') return false
  if (holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')) return true
  return bar === undefined && unit.group !== null && sitsIn(actor, unit.group)
}
