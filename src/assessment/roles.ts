/** What an actor's roles of the day mean for a unit's assessment. */
import type { GroupId } from '../kernel/ids.ts'
import { type Actor, assessingGroupKind, holds, isOwnUnit } from '../organization/rules/actor.ts'
import type { UnitKind, UnitTable } from '../store/schema/organization.ts'
import { type Bar, barOf } from './rules/panel.ts'

/** The unit's contact or head. */
export function isOfUnit(actor: Actor, unit: string): boolean {
  return holds(actor, 'contact', unit) || holds(actor, 'head', unit)
}

/** Whether, and why, the actor is kept from assessing the unit; a delegate also by the own unit and the units in charge. */
export function barFor(actor: Actor, unit: Pick<UnitTable, 'id' | 'leader'>): Bar | undefined {
  const { delegate } = actor
  const own = barOf(actor, {
    unit: unit.id,
    leader: unit.leader,
    own: isOwnUnit(actor, unit.id) ? [actor.id] : [],
  })
  if (own || !delegate) return own
  return barOf(delegate, {
    unit: unit.id,
    leader: unit.leader,
    own: delegate.own.includes(unit.id) ? [delegate.id] : [],
  })
}

/** The roles with which somebody assesses. */
export const SEATS = [
  'working-convenor',
  'working-member',
  'assessment-convenor',
  'assessment-member',
] as const

/** Whether the actor convenes the group or is a member of it. */
export function sitsIn(actor: Actor, group: GroupId): boolean {
  return SEATS.some((role) => holds(actor, role, group))
}

/** Whether the actor convenes a group of the kind that assesses such units. */
export function isConvenorOf(actor: Actor, kind: UnitKind): boolean {
  return holds(actor, assessingGroupKind(kind) === 'working' ? 'working-convenor' : 'assessment-convenor')
}
