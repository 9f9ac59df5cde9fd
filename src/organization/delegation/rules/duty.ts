/** What can be given to another: roles with their scopes, and being a unit's leader in charge. */
import type { Role } from '../../../store/schema/organization.ts'
import type { Actor } from '../../rules/actor.ts'

export interface Duty {
  /** `leader`: in charge of units, with the scope ''. */
  readonly role: Role | 'leader'
  readonly scope: string
}

/** `all`: whatever the principal holds on the day of the act. */
export type Duties = 'all' | readonly Duty[]

/** Everything that the person holds today. */
export function dutiesOf({ roles, leads }: Pick<Actor, 'roles' | 'leads'>): readonly Duty[] {
  return leads.length > 0 ? [{ role: 'leader', scope: '' }, ...roles] : roles
}

const isSame = (left: Duty, right: Duty): boolean => left.role === right.role && left.scope === right.scope

/** Whether the two have a duty in common. */
export function overlap(left: Duties, right: Duties): boolean {
  if (left === 'all' || right === 'all') return true
  return left.some((one) => right.some((other) => isSame(one, other)))
}

/** How a duty is written in a form's choice: `head:JX01`. */
export const keyOf = ({ role, scope }: Duty): string => `${role}:${scope}`

/** The scope that stands for all scopes of a role, where nobody could know them yet. */
export const ANY_SCOPE = '*'

/** The duties that were chosen, among those that are held; undefined where one of the choices is not held. */
export function chosenDuties(chosen: readonly string[], held: readonly Duty[]): Duties | undefined {
  if (chosen.includes('all')) return 'all'
  const found = chosen.map((key) =>
    held.filter((one) => keyOf(one) === key || keyOf({ ...one, scope: ANY_SCOPE }) === key),
  )
  return found.length > 0 && found.every((some) => some.length > 0) ? found.flat() : undefined
}
