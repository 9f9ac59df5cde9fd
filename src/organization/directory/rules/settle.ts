/** What confirming a comparison does, person by person. Nobody who holds a duty or has open work is ever ended by it. */
import type { PersonId } from '../../../kernel/ids.ts'
import { type Days, endPerson, openIdOf, type PersonEvent, type PersonState } from '../../rules/person.ts'
import type { Comparison, Leaver } from './compare.ts'
import type { Joiner } from './join.ts'
import type { People } from './match.ts'

export interface SettleFacts {
  readonly people: People
  /** How much open work each leaver has; none where there is no entry. */
  readonly openWork: ReadonlyMap<PersonId, number>
  /** Whether the joiners are recorded, too. */
  readonly join: boolean
  readonly days: Days
}

export interface SettledPerson {
  readonly id: PersonId
  readonly events: readonly PersonEvent[]
}

/** Leavers whom the confirmation ends. */
export const endsWith = (
  { leavers, tooMany }: Comparison,
  openWork: SettleFacts['openWork'],
): readonly Leaver[] => (tooMany ? [] : leavers.filter((one) => isFree(one, openWork)))

/** Leavers whose duties or work the office hands over first. */
export const waitingOn = ({ leavers }: Comparison, openWork: SettleFacts['openWork']): readonly Leaver[] =>
  leavers.filter((one) => !isFree(one, openWork))

const isFree = ({ person, duties }: Leaver, openWork: SettleFacts['openWork']): boolean =>
  duties.length === 0 && (openWork.get(person) ?? 0) === 0

export function settle(comparison: Comparison, facts: SettleFacts): SettledPerson[] {
  const stateOf = (id: PersonId): PersonState => facts.people.get(id) ?? { status: 'unknown' }
  const events = new Map<PersonId, PersonEvent[]>()
  const add = (id: PersonId, ...more: PersonEvent[]): void => {
    events.set(id, [...(events.get(id) ?? []), ...more])
  }
  for (const { id, event } of recordings(comparison, stateOf)) add(id, event)
  for (const { person, listed } of comparison.links) add(person, ...moveTo(stateOf(person), listed.openId))
  for (const { person } of endsWith(comparison, facts.openWork))
    add(person, ...endPerson(stateOf(person), facts.days))
  if (facts.join)
    for (const joiner of comparison.joiners) add(joiner.person, ...joinEvents(joiner, stateOf(joiner.person)))
  return [...events].map(([id, own]) => ({ id, events: own }))
}

/** One record a person, whatever of it changes. */
function recordings(
  { changed, movers }: Comparison,
  stateOf: (id: PersonId) => PersonState,
): { readonly id: PersonId; readonly event: PersonEvent }[] {
  const wanted = new Map<PersonId, { [field: string]: string }>()
  for (const { person, fields } of changed)
    for (const { field, to } of fields) wanted.set(person, { ...wanted.get(person), [field]: to })
  for (const { person, to } of movers) wanted.set(person, { ...wanted.get(person), unit: to })
  return [...wanted].flatMap(([id, fields]) => {
    const state = stateOf(id)
    if (state.status !== 'active') return []
    return [{ id, event: { type: 'person.recorded', record: { ...state.record, ...fields } } as const }]
  })
}

function moveTo(state: PersonState, openId: string): PersonEvent[] {
  const before = openIdOf(state)
  return [
    ...(before === null ? [] : [{ type: 'account.released', openId: before } as const]),
    { type: 'account.linked', openId },
  ]
}

/** The title of whom nobody has given one. */
const TITLE = '教职工'

/** Contacts serve to find an account, and here it is: none are collected. */
function joinEvents({ name, unit, listed }: Joiner, state: PersonState): PersonEvent[] {
  const before = state.status === 'ended' ? state.record.title : TITLE
  const record = { name, unit, title: listed.title?.slice(0, 60) ?? before, mobile: null, email: null }
  return [
    { type: 'person.recorded', record },
    { type: 'account.linked', openId: listed.openId },
  ]
}
