/** Who inspects whom (Article 20; rulebook 4 and 7). */
import type { GroupId, PersonId, UnitId } from '../../../kernel/ids.ts'
import { type Actor, holds, regimeOf, scopesOf } from '../../../organization/rules/actor.ts'
import type { GroupKind, Role, UnitKind } from '../../../store/schema/organization.ts'

export type BodyKind = Exclude<GroupKind, 'assessment'>

/** A working group or an inspection team. */
export interface Body {
  readonly id: GroupId
  readonly name: string
  readonly kind: BodyKind
}

interface Seats {
  readonly convenor: Role
  readonly member: Role
}

export const SEATS: { readonly [kind in BodyKind]: Seats } = {
  working: { convenor: 'working-convenor', member: 'working-member' },
  inspection: { convenor: 'inspection-convenor', member: 'inspection-member' },
}

/** Article 20: the working group inspects teaching units and hospitals, an inspection team the others. */
export const inspectingGroupKind = (kind: UnitKind): BodyKind =>
  regimeOf(kind) === 'standard' ? 'working' : 'inspection'

export const convenes = (actor: Actor, body: Pick<Body, 'id' | 'kind'>): boolean =>
  holds(actor, SEATS[body.kind].convenor, body.id)

export const isOfBody = (actor: Actor, body: Pick<Body, 'id' | 'kind'>): boolean =>
  convenes(actor, body) || holds(actor, SEATS[body.kind].member, body.id)

/** The bodies that the actor is of. */
export const bodiesOf = (actor: Actor): GroupId[] =>
  scopesOf(actor, 'working-convenor', 'working-member', 'inspection-convenor', 'inspection-member')

/** One who inspects, as named in a visit or a spot check. */
export interface Inspector {
  readonly id: PersonId
  readonly name: string
  /** The units that the person works in, or is head or contact of: never inspected by the person. */
  readonly own: readonly UnitId[]
}

/** One who acts, with the own units of the person and of whoever acts in the person's name (rulebook 7: not even by delegation). */
export interface Inspecting {
  readonly by: Actor
  readonly own: readonly UnitId[]
}

/** Whether the actor may inspect this unit for this body. */
export const mayInspect = ({ by, own }: Inspecting, body: Pick<Body, 'id' | 'kind'>, unit: UnitId): boolean =>
  isOfBody(by, body) && !own.includes(unit)
