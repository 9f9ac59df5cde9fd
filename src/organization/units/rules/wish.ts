/** What the office wants of the units (rulebook 1), as typed and as it is kept once it could be read. */
import type { PersonId, UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { UnitKind } from '../../../store/schema/organization.ts'

/** Most characters of each text. */
export const UNIT_LENGTHS = { id: 20, name: 50, document: 60, reason: 200 } as const

/** The decision on which a reform rests. */
export interface Paper {
  /** 发文号 */
  readonly document: string
  /** From when it holds: today, or an earlier day of the year. */
  readonly on: LocalDate
}

export interface NewUnit {
  readonly id: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly leader: PersonId | null
}

export type ReformKind = 'add' | 'rename' | 'merge' | 'split' | 'exempt' | 'restore' | 'lead' | 'kind'

/** What is to become of which units. Of a merge `into` is one that is there (one of `units` too), or new. */
export type Wish =
  | { readonly kind: 'add'; readonly unit: NewUnit }
  | { readonly kind: 'rename'; readonly unit: UnitId; readonly name: string }
  | { readonly kind: 'merge'; readonly units: readonly UnitId[]; readonly into: Into }
  | { readonly kind: 'split'; readonly unit: UnitId; readonly into: readonly NewUnit[] }
  | { readonly kind: 'exempt'; readonly unit: UnitId; readonly reason: string }
  | { readonly kind: 'restore'; readonly unit: UnitId }
  | { readonly kind: 'lead'; readonly unit: UnitId; readonly leader: PersonId | null }
  | { readonly kind: 'kind'; readonly unit: UnitId; readonly unitKind: UnitKind }

export type Into =
  | { readonly what: 'there'; readonly unit: UnitId }
  | { readonly what: 'new'; readonly unit: NewUnit }

/** The units that end with it. */
export function endingOf(wish: Wish): readonly UnitId[] {
  if (wish.kind === 'split') return [wish.unit]
  return wish.kind === 'merge' ? wish.units.filter((unit) => unit !== intoId(wish.into)) : []
}

/** The units that go on, or begin. */
export function successorsOf(wish: Wish): readonly UnitId[] {
  if (wish.kind === 'split') return wish.into.map((one) => one.id)
  return wish.kind === 'merge' ? [intoId(wish.into)] : []
}

/** Every unit that it is about. */
export function unitsOf(wish: Wish): readonly UnitId[] {
  switch (wish.kind) {
    case 'add':
      return [wish.unit.id]
    case 'merge':
    case 'split':
      return [...new Set([...endingOf(wish), ...successorsOf(wish)])]
    default:
      return [wish.unit]
  }
}

export function newUnitsOf(wish: Wish): readonly NewUnit[] {
  if (wish.kind === 'add') return [wish.unit]
  if (wish.kind === 'split') return wish.into
  return wish.kind === 'merge' && wish.into.what === 'new' ? [wish.into.unit] : []
}

const intoId = (into: Into): UnitId => (into.what === 'new' ? into.unit.id : into.unit)
