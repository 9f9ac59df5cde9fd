/** A roster without faults: what the organization shall be. */
import type { GroupId, PersonId, UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { GroupKind, Role, UnitKind } from '../../store/schema/organization.ts'

export interface RosterUnit {
  readonly id: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly leader: PersonId | null
}

export interface RosterPerson {
  readonly id: PersonId
  readonly name: string
  readonly unit: UnitId | null
  readonly title: string
  readonly openId: string | null
  readonly mobile: string | null
  readonly email: string | null
}

export interface RosterRole {
  readonly person: PersonId
  readonly role: Role
  /** A unit's id, a group's id, the key of a gate area; '' for the school. */
  readonly scope: string
  /** Null: from the day of the import, or as it is. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

export interface RosterTeam {
  /** Groups have no number in the workbook: their name is their id. */
  readonly id: GroupId
  readonly name: string
  readonly kind: GroupKind
  readonly units: readonly UnitId[]
}

export interface RosterPriority {
  readonly id: string
  readonly text: string
}

export interface RosterWorkItem {
  /** Its name, as with groups. */
  readonly id: string
  readonly name: string
  readonly standard: string
}

export interface Roster {
  readonly units: readonly RosterUnit[]
  readonly people: readonly RosterPerson[]
  readonly roles: readonly RosterRole[]
  readonly teams: readonly RosterTeam[]
  readonly priorities: readonly RosterPriority[]
  readonly workItems: readonly RosterWorkItem[]
}
