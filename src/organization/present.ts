/** The organization as it is, read whole from its subjects: what a roster is compared with. */
import type { Head } from '../kernel/subject.ts'
import type { Database } from '../store/database.ts'
import { listSubjectsOfKinds } from '../store/subjects.ts'
import { type Entries, type EntryState, UNLISTED } from './rules/entry.ts'
import { type PersonState, UNKNOWN_PERSON } from './rules/person.ts'
import { NEW_SCHOOL, type SchoolState } from './rules/school.ts'
import { SCHOOL } from './subjects.ts'

/** Heads by id without the kind: `JX01` of `unit:JX01`. */
export type Heads<State> = ReadonlyMap<string, Head<State>>

export interface Organization {
  readonly school: Head<SchoolState>
  readonly people: Heads<PersonState>
  readonly units: Heads<EntryState<Entries['unit']>>
  readonly teams: Heads<EntryState<Entries['team']>>
  readonly priorities: Heads<EntryState<Entries['priority']>>
  readonly workItems: Heads<EntryState<Entries['work-item']>>
}

const KINDS = ['organization', 'person', 'unit', 'team', 'priority', 'work-item']

export async function loadOrganization(db: Database): Promise<Organization> {
  const kinds = new Map<string, Map<string, Head<unknown>>>()
  for (const { id, version, hash, state } of await listSubjectsOfKinds(db, KINDS)) {
    const colon = id.indexOf(':')
    const kind = kinds.get(id.slice(0, colon)) ?? new Map<string, Head<unknown>>()
    kinds.set(id.slice(0, colon), kind.set(id.slice(colon + 1), { state: JSON.parse(state), version, hash }))
  }
  // The kernel wrote each document from the evolve of its kind.
  const headsOf = <State>(kind: string) => (kinds.get(kind) ?? new Map()) as Heads<State>
  const school = headsOf<SchoolState>('organization').get(SCHOOL.slice('organization:'.length))
  return {
    school: school ?? { state: NEW_SCHOOL, version: 0, hash: '' },
    people: headsOf('person'),
    units: headsOf('unit'),
    teams: headsOf('team'),
    priorities: headsOf('priority'),
    workItems: headsOf('work-item'),
  }
}

/** The head of one subject; of one that nobody has seen, at version 0. */
function headOf<State>(heads: Heads<State>, id: string, initial: State): Head<State> {
  return heads.get(id) ?? { state: initial, version: 0, hash: '' }
}

export const personIn = (present: Organization, id: string): Head<PersonState> =>
  headOf(present.people, id, UNKNOWN_PERSON)
export const entryIn = <Record>(heads: Heads<EntryState<Record>>, id: string): Head<EntryState<Record>> =>
  headOf<EntryState<Record>>(heads, id, UNLISTED)
