/** What an actor's roles of the day mean for a unit's assessment. */
import { type Actor, assessingGroupKind, holds } from '../organization/rules/actor.ts'
import type { UnitKind, UnitTable } from '../store/schema/organization.ts'
import { type Bar, barOf } from './rules/panel.ts'

/** The unit's contact or head. */
export function isOfUnit(actor: Actor, unit: string): boolean {
  return holds(actor, 'contact', unit) || holds(actor, 'head', unit)
}

/** Whether, and why, the actor is kept from assessing the unit. */
export function barFor(actor: Actor, unit: Pick<UnitTable, 'id' | 'leader'>): Bar | undefined {
  return barOf(actor, { unit: unit.id, leader: unit.leader, own: isOfUnit(actor, unit.id) ? [actor.id] : [] })
}

/** Whether the actor convenes a group of the kind that assesses such units. */
export function isConvenorOf(actor: Actor, kind: UnitKind): boolean {
  return holds(actor, assessingGroupKind(kind) === 'working' ? 'working-convenor' : 'assessment-convenor')
}
