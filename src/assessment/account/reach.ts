/** Who reads a unit's account: its own people also while it is drafted, those who assess, lead and serve once it is signed. */
import type { UnitId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/view.ts'
import { findUnit, getActor } from '../../organization/queries.ts'
import { type Actor, holds, scopesOf } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import { listUnitsAssessedBy } from '../queries.ts'
import { mayReadFeedback } from '../readers.ts'
import { barFor, isOfUnit } from '../roles.ts'

export type Reach = 'own' | 'reader' | 'none'

export async function reachOf(db: Database, actor: Actor, unit: UnitId): Promise<Reach> {
  if (isOfUnit(actor, unit)) return 'own'
  if (mayReadFeedback(actor, unit) || holds(actor, 'leading-member')) return 'reader'
  const assessed = await listUnitsAssessedBy(db, actor)
  return assessed.some((one) => one.id === unit && !barFor(actor, one)) ? 'reader' : 'none'
}

/** The units for which the person is contact or head. */
export async function ownUnits(db: Database, viewer: Viewer): Promise<readonly UnitTable[]> {
  const scopes = scopesOf(await getActor(db, viewer), 'contact', 'head')
  const units = await Promise.all(scopes.map((scope) => findUnit(db, scope)))
  return units.flatMap((unit) => (unit?.active === 1 ? [unit] : []))
}

/** Whose accounts the person follows: all, or those of these units. */
export async function followed(db: Database, actor: Actor): Promise<'all' | readonly UnitId[]> {
  if (holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')) return 'all'
  const assessed = await listUnitsAssessedBy(db, actor)
  const units = assessed.filter((unit) => !barFor(actor, unit)).map((unit) => unit.id)
  return [...new Set([...units, ...actor.leads])]
}
