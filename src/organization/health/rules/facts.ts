/** The organization of a day, as its health is judged by. */
import type { GroupId, PersonId, UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { GroupKind, Role, UnitKind } from '../../../store/schema/organization.ts'

export interface UnitFacts {
  readonly id: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly leader: PersonId | null
}

export interface PersonFacts {
  readonly id: PersonId
  readonly name: string
  readonly unit: UnitId | null
  readonly ended: boolean
  /** Whether messages reach the person: an account is linked. */
  readonly reachable: boolean
}

/** A role that is held today, or will be. */
export interface SeatFacts {
  readonly person: PersonId
  readonly role: Role
  readonly scope: string
  readonly from: LocalDate
  /** Last day; null without an end. */
  readonly to: LocalDate | null
}

export interface GroupFacts {
  readonly id: GroupId
  readonly name: string
  readonly kind: GroupKind
  /** Those that take part. */
  readonly units: readonly UnitId[]
}

export interface DelegationFacts {
  readonly principal: PersonId
  readonly delegate: PersonId
  readonly to: LocalDate
}

export interface SchoolFacts {
  readonly today: LocalDate
  /** Roles that end until then, this day included, will soon be missed. */
  readonly soon: LocalDate
  /** Those that take part. */
  readonly units: readonly UnitFacts[]
  /** Everyone who is named by anything else here. */
  readonly people: ReadonlyMap<PersonId, PersonFacts>
  readonly seats: readonly SeatFacts[]
  readonly groups: readonly GroupFacts[]
  /** Gate areas of the year's policy (Articles 27, 31). */
  readonly areas: readonly { readonly key: string; readonly name: string }[]
  /** Open ones. */
  readonly delegations: readonly DelegationFacts[]
  /** Who has left, and how much is still open in their hands. */
  readonly leftOpen: readonly { readonly person: PersonId; readonly count: number }[]
}

/** Who holds the role today. */
export function holdersOf({ seats, today }: SchoolFacts, role: Role, scope: string): SeatFacts[] {
  return seats.filter((seat) => seat.role === role && seat.scope === scope && isToday(seat, today))
}

export const isToday = ({ from, to }: SeatFacts, today: LocalDate): boolean =>
  from <= today && (to === null || to >= today)

export const CONVENOR: { readonly [kind in GroupKind]: Role } = {
  working: 'working-convenor',
  inspection: 'inspection-convenor',
  assessment: 'assessment-convenor',
}
export const MEMBER: { readonly [kind in GroupKind]: Role } = {
  working: 'working-member',
  inspection: 'inspection-member',
  assessment: 'assessment-member',
}
