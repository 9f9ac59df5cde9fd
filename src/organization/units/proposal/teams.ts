/** The successors take the places of the ended units in the groups; where those differ, the office says which (Articles 20, 22). */
import type { GroupId, UnitId } from '../../../kernel/ids.ts'
import type { GroupKind } from '../../../store/schema/organization.ts'
import type { Heads } from '../../present.ts'
import type { MovedEntry } from '../../roster/difference.ts'
import { type Entries, type EntryState, recordEntry } from '../../rules/entry.ts'
import type { Choices } from '../rules/reform.ts'
import { endingOf, successorsOf, type Wish } from '../rules/wish.ts'

export interface TeamFacts {
  readonly wish: Wish
  readonly choices: Choices
  readonly teams: Heads<EntryState<Entries['team']>>
}

/** One kind of group: those that have the units now, and the one that will have the successors; undefined while that is open. */
export interface TeamPlace {
  readonly kind: GroupKind
  readonly candidates: readonly { readonly id: GroupId; readonly name: string }[]
  readonly chosen: GroupId | null | undefined
}

const KINDS: readonly GroupKind[] = ['working', 'inspection', 'assessment']

interface Team extends Readonly<Entries['team']> {
  readonly id: GroupId
}

const listed = (teams: TeamFacts['teams']): Team[] =>
  [...teams].flatMap(([id, { state }]) => (state.status === 'listed' ? [{ id, ...state.record }] : []))

export function teamPlaces(facts: TeamFacts): TeamPlace[] {
  const ending = endingOf(facts.wish)
  if (ending.length === 0) return []
  return KINDS.map((kind) => placeOf(kind, listed(facts.teams), ending, facts))
}

function placeOf(
  kind: GroupKind,
  all: readonly Team[],
  ending: readonly UnitId[],
  { wish, choices }: TeamFacts,
): TeamPlace {
  const successors = successorsOf(wish)
  const ofKind = all.filter((team) => team.kind === kind)
  const having = (units: readonly UnitId[]) =>
    ofKind.filter((team) => team.units.some((one) => units.includes(one)))
  const candidates = having([...ending, ...successors]).map(({ id, name }) => ({ id, name }))
  const own = having(successors)[0]?.id
  const only = candidates.length < 2 ? (candidates[0]?.id ?? null) : undefined
  const said = choices.teams[kind]
  const chosen = candidates.some((one) => one.id === said) ? said : (own ?? only)
  return { kind, candidates, chosen }
}

export function moveTeams(facts: TeamFacts): MovedEntry<'team'>[] {
  const leaving = new Set([...endingOf(facts.wish)])
  if (leaving.size === 0) return []
  const successors = successorsOf(facts.wish)
  const chosen = new Set(teamPlaces(facts).flatMap((place) => place.chosen ?? []))
  return listed(facts.teams).flatMap(({ id, ...record }): MovedEntry<'team'>[] => {
    const kept = record.units.filter((unit) => !leaving.has(unit) && !successors.includes(unit))
    const units = chosen.has(id) ? [...kept, ...successors].toSorted() : kept
    const same = units.length === record.units.length && record.units.every((unit) => units.includes(unit))
    const state = facts.teams.get(id)?.state
    return same || !state ? [] : [{ id, events: recordEntry('team', state, { ...record, units }) }]
  })
}
