/** What is not well with the organization (Articles 3-6, 13, 20, 22, 31), each with what its mending needs to know. */
import type { GroupId, PersonId, UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { GroupKind, Role } from '../../../store/schema/organization.ts'

interface Named {
  readonly name: string
}
interface OfUnit extends Named {
  readonly unit: UnitId
}
interface OfGroup extends Named {
  readonly group: GroupId
  readonly kind: GroupKind
}
interface OfPerson extends Named {
  readonly person: PersonId
}
interface OfSeat extends OfPerson {
  readonly role: Role
  readonly scope: string
}

export type Finding =
  | { readonly code: 'missing-chair' }
  | { readonly code: 'several-chairs'; readonly names: readonly string[] }
  | { readonly code: 'single-office' }
  | ({ readonly code: 'missing-leader' } & OfUnit)
  /** In charge of a unit to which the same person belongs as head or contact (rulebook 7). */
  | ({ readonly code: 'own-leader'; readonly leader: string } & OfUnit)
  | ({ readonly code: 'missing-head' } & OfUnit)
  | ({ readonly code: 'missing-contact' } & OfUnit)
  | ({ readonly code: 'several-heads'; readonly names: readonly string[] } & OfUnit)
  | ({ readonly code: 'several-contacts'; readonly names: readonly string[] } & OfUnit)
  /** All that lack a group of the kind, because one group mends many. */
  | { readonly code: 'missing-group'; readonly kind: GroupKind; readonly units: readonly OfUnit[] }
  | ({ readonly code: 'missing-convenor' } & OfGroup)
  /** Fewer than two may score a unit (Article 22). */
  | ({ readonly code: 'small-group'; readonly unit: string; readonly members: number } & OfGroup)
  | ({ readonly code: 'idle-group' } & OfGroup)
  /** A member who never assesses or inspects the own unit; the others of the group do. */
  | ({
      readonly code: 'own-unit'
      readonly group: GroupId
      readonly groupName: string
      readonly unit: string
    } & OfPerson)
  | { readonly code: 'missing-reporter'; readonly area: string; readonly name: string }
  /** All of them, because one reading of the directory finds many. */
  | { readonly code: 'unreachable-holders'; readonly people: readonly OfPerson[] }
  | ({ readonly code: 'left-open'; readonly count: number } & OfPerson)
  | ({ readonly code: 'other-unit' } & OfSeat)
  | ({ readonly code: 'ending-role'; readonly to: LocalDate } & OfSeat)
  | ({
      readonly code: 'departed-delegate'
      readonly principal: PersonId
      readonly principalName: string
    } & OfPerson)

export type FindingCode = Finding['code']

/** `stops`: something of the year cannot go on. `harms`: it goes on, but somebody will be missed. `note`: as it may be. */
export type Weight = 'stops' | 'harms' | 'note'

export const WEIGHT: { readonly [code in FindingCode]: Weight } = {
  'missing-chair': 'stops',
  'missing-leader': 'stops',
  'missing-head': 'stops',
  'missing-contact': 'stops',
  'missing-group': 'stops',
  'missing-convenor': 'stops',
  'small-group': 'stops',
  'missing-reporter': 'stops',
  'left-open': 'stops',
  'unreachable-holders': 'harms',
  'own-leader': 'harms',
  'several-chairs': 'harms',
  'ending-role': 'harms',
  'departed-delegate': 'harms',
  'single-office': 'harms',
  'several-heads': 'note',
  'several-contacts': 'note',
  'own-unit': 'note',
  'other-unit': 'note',
  'idle-group': 'note',
}
