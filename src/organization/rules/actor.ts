import type { PersonId, UnitId } from '../../kernel/ids.ts'
import type { GroupKind, Role, UnitKind } from '../../store/schema/organization.ts'

/** A person with the roles held on the day of the act. Rights come from these, never from having received a card (rulebook 7). */
export interface Actor {
  readonly id: PersonId
  /** As it stands on records; of one for whom another acts: 张明（李华代）. */
  readonly name: string
  readonly title: string
  readonly unit: UnitId | null
  readonly roles: readonly { readonly role: Role; readonly scope: string }[]
  /** Units whose leader in charge the person is. */
  readonly leads: readonly UnitId[]
  /** Who acts in the person's name; what is barred to the delegate is barred to both. */
  readonly delegate?: Delegate
}

export interface Delegate {
  readonly id: PersonId
  readonly name: string
  readonly unit: UnitId | null
  /** The units that the delegate works in, or is head or contact of. */
  readonly own: readonly UnitId[]
  /** The units that the principal is head or contact of, whether that was given or not: what bars one bars both. */
  readonly barred?: readonly UnitId[]
}

/** Both names, as every record of a delegate's act shows them. */
export const signedFor = (principal: string, delegate: string): string => `${principal}（${delegate}代）`

/** Whether the actor holds the role; for the scope, where one is given. */
export function holds(actor: Actor, role: Role, scope?: string): boolean {
  return actor.roles.some((held) => held.role === role && (scope === undefined || held.scope === scope))
}

export function isLeaderOf(actor: Actor, unit: UnitId): boolean {
  return actor.leads.includes(unit)
}

/** Whether somebody acts for another on the own unit, which a delegate never does (rulebook 7). */
export function standsInOnOwnUnit({ delegate }: Actor, unit: UnitId): boolean {
  return delegate?.own.includes(unit) === true
}

/** Whether it is the actor's own unit: where one works, or is head or contact. */
export function isOwnUnit(actor: Actor, unit: UnitId): boolean {
  const serves = holds(actor, 'contact', unit) || holds(actor, 'head', unit)
  return actor.unit === unit || serves || actor.delegate?.barred?.includes(unit) === true
}

/** The scopes in which the actor holds any of the roles. */
export function scopesOf(actor: Actor, ...roles: readonly Role[]): string[] {
  return [...new Set(actor.roles.filter((held) => roles.includes(held.role)).map((held) => held.scope))]
}

export type Regime = 'standard' | 'graded'

/** Articles 23 and 24: teaching units and hospitals are scored by criterion and deductions, the others by levels. */
export function regimeOf(kind: UnitKind): Regime {
  return kind === 'teaching' || kind === 'hospital' ? 'standard' : 'graded'
}

/** Article 22: the group that assesses a unit of this kind. */
export function assessingGroupKind(kind: UnitKind): GroupKind {
  return regimeOf(kind) === 'standard' ? 'working' : 'assessment'
}
