/** Groups with the units that they are in charge of (Articles 5, 20, 22). */
import { refused } from '../../../kernel/decision.ts'
import type { GroupId, UnitId } from '../../../kernel/ids.ts'
import type { GroupKind, UnitKind } from '../../../store/schema/organization.ts'
import { type Actor, holds, regimeOf } from '../../rules/actor.ts'
import type { Entries, EntryEvent, EntryState } from '../../rules/entry.ts'
import { changedFields } from '../../rules/entry.ts'

export interface PlacedUnit {
  readonly id: UnitId
  readonly name: string
  readonly kind: UnitKind
  /** The other group of the same kind that has it; null for none. */
  readonly other: string | null
}

export type TeamRefusal =
  | { readonly code: 'foreign-teams' }
  | { readonly code: 'unnamed-team' }
  | { readonly code: 'taken-team'; readonly name: string }
  | { readonly code: 'fixed-kind' }
  | { readonly code: 'unknown-units'; readonly words: readonly string[] }
  /** Article 5: working groups have the teaching units and hospitals, the other groups the rest. */
  | { readonly code: 'unfit-units'; readonly kind: GroupKind; readonly units: readonly string[] }
  | {
      readonly code: 'shared-units'
      readonly units: readonly { readonly name: string; readonly team: string }[]
    }
  | { readonly code: 'unchanged-team' }
  | { readonly code: 'unknown-team' }
  /** To be confirmed with `sure`: these units would have no group, this work nobody. */
  | { readonly code: 'needed-team'; readonly name: string; readonly units: number; readonly works: number }

export const keepsTeams = (actor: Actor): boolean => holds(actor, 'office')

export const fitsKind = (team: GroupKind, unit: UnitKind): boolean =>
  (team === 'working') === (regimeOf(unit) === 'standard')

export interface KeepingTeam {
  readonly by: Actor
  readonly state: EntryState<Entries['team']>
  /** Units of the wish, as they are. */
  readonly units: readonly PlacedUnit[]
  /** Words that name no unit. */
  readonly unknown: readonly string[]
  /** Names of the other groups. */
  readonly names: readonly string[]
}

export interface TeamWish {
  readonly name: string
  readonly kind: GroupKind
}

/** A new group, or one with another name or other units. */
export function keepTeam(
  wish: TeamWish,
  facts: KeepingTeam,
): { readonly events: readonly EntryEvent<'team'>[] } | { readonly refusal: TeamRefusal } {
  const barred = refusalOfTeam(wish, facts)
  if (barred) return refused(barred)
  const record = { name: wish.name, kind: wish.kind, units: facts.units.map(({ id }) => id).toSorted() }
  const { state } = facts
  const before = state.status === 'listed' ? { ...state.record, units: state.record.units.toSorted() } : null
  if (before && changedFields(before, record).length === 0) return { events: [] }
  return { events: [{ type: 'team.recorded', record }] }
}

function refusalOfTeam({ name, kind }: TeamWish, facts: KeepingTeam): TeamRefusal | undefined {
  const { by, state, units, unknown, names } = facts
  if (!keepsTeams(by)) return { code: 'foreign-teams' }
  if (name === '') return { code: 'unnamed-team' }
  if (names.includes(name)) return { code: 'taken-team', name }
  if (state.status === 'listed' && state.record.kind !== kind) return { code: 'fixed-kind' }
  if (unknown.length > 0) return { code: 'unknown-units', words: unknown }
  const unfit = units.filter((unit) => !fitsKind(kind, unit.kind))
  if (unfit.length > 0) return { code: 'unfit-units', kind, units: unfit.map((unit) => unit.name) }
  const shared = units.flatMap((unit) => (unit.other === null ? [] : [{ name: unit.name, team: unit.other }]))
  return shared.length > 0 ? { code: 'shared-units', units: shared } : undefined
}

export interface EndingTeam {
  readonly by: Actor
  readonly team: GroupId
  readonly state: EntryState<Entries['team']>
  /** Names of its units, which would have no group of the kind. */
  readonly units: readonly string[]
  /** Inspections that are not done, assessments that are not decided. */
  readonly works: number
  readonly sure: boolean
}

/** Not while it has units or work, but for an office that knows what stops. */
export function endTeam(facts: EndingTeam): { readonly ends: true } | { readonly refusal: TeamRefusal } {
  const { by, state, units, works, sure } = facts
  if (!keepsTeams(by)) return refused({ code: 'foreign-teams' })
  if (state.status !== 'listed') return refused({ code: 'unknown-team' })
  const isNeeded = units.length + works > 0
  if (isNeeded && !sure) {
    return refused({ code: 'needed-team', name: state.record.name, units: units.length, works })
  }
  return { ends: true }
}
