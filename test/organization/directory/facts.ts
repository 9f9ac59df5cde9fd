/** People of ours and of the directory, for the rules. */
import type { UnitId } from '../../../src/kernel/ids.ts'
import { type Comparison, compare } from '../../../src/organization/directory/rules/compare.ts'
import type { ListedDirectory, ListedPerson } from '../../../src/organization/directory/rules/listed.ts'
import type { People } from '../../../src/organization/directory/rules/match.ts'
import { type KeptPlaces, placing } from '../../../src/organization/directory/rules/placing.ts'
import { settle } from '../../../src/organization/directory/rules/settle.ts'
import { evolvePerson, type PersonState, UNKNOWN_PERSON } from '../../../src/organization/rules/person.ts'

export const TODAY = '2026-03-02'
export const UNITS = [
  { id: 'JX01', name: '药学院' },
  { id: 'JX02', name: '护理学院' },
]
/** Each unit's department, a department below, and one that is no unit. */
export const DEPARTMENTS = [
  { id: 'od-1', name: '药学院', parent: null },
  { id: 'od-2', name: '护理学院', parent: null },
  { id: 'od-1a', name: '药剂学教研室', parent: 'od-1' },
  { id: 'od-9', name: '离退休处', parent: null },
]

type Active = Extract<PersonState, { status: 'active' }>

export const known = (
  name: string,
  more: Partial<Active['record']> & Partial<Pick<Active, 'roles' | 'openId'>> = {},
): Active => {
  const { roles = [], openId = null, ...record } = more
  return {
    status: 'active',
    record: { name, unit: 'JX01', title: '教师', mobile: null, email: null, ...record },
    roles,
    openId,
  }
}

export const listed = (openId: string, more: Partial<ListedPerson> = {}): ListedPerson => ({
  ...{ openId, name: '张明', number: null, mobile: null, email: null, title: null },
  departments: ['od-1'],
  status: 'active',
  ...more,
})

export const CONTACT = { role: 'contact', scope: 'JX01', from: '2026-01-01', to: null } as const

interface School {
  readonly people?: { readonly [id: string]: PersonState }
  readonly listed?: readonly ListedPerson[]
  readonly whole?: boolean
  readonly toldLeft?: readonly string[]
  readonly leads?: { readonly [id: string]: readonly UnitId[] }
  readonly kept?: KeptPlaces
}

export const directoryOf = ({ listed: people = [], whole = true }: School): ListedDirectory => ({
  whole,
  departments: DEPARTMENTS,
  people,
})

export function compared(school: School): Comparison {
  const directory = directoryOf(school)
  return compare({
    people: new Map(Object.entries(school.people ?? {})),
    directory,
    placing: placing(directory.departments, UNITS, school.kept ?? new Map()),
    toldLeft: new Set(school.toldLeft),
    leads: new Map(Object.entries(school.leads ?? {})),
    today: TODAY,
  })
}

/** The people as they are after a confirmation. */
export function confirmed(
  people: People,
  comparison: Comparison,
  join: boolean,
  openWork: ReadonlyMap<string, number> = new Map(),
): Map<string, PersonState> {
  const days = { today: TODAY, yesterday: '2026-03-01' } as const
  const after = new Map(people)
  for (const { id, events } of settle(comparison, { people, openWork, join, days }))
    after.set(id, events.reduce(evolvePerson, after.get(id) ?? UNKNOWN_PERSON))
  return after
}
