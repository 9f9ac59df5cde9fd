/** A healthy school as facts, for its findings: each test makes one thing wrong. */
import type {
  GroupFacts,
  PersonFacts,
  SchoolFacts,
  SeatFacts,
  UnitFacts,
} from '../../src/organization/health/rules/facts.ts'
import type { Role } from '../../src/store/schema/organization.ts'

export const TODAY = '2026-03-02'

const UNITS: readonly UnitFacts[] = [
  { id: 'JX01', name: '药学院', kind: 'teaching', leader: 'LD1' },
  { id: 'XZ01', name: '教务处', kind: 'administrative', leader: 'LD1' },
]
const GROUPS: readonly GroupFacts[] = [
  { id: 'W1', name: '第一工作组', kind: 'working', units: ['JX01'] },
  { id: 'I1', name: '督查组', kind: 'inspection', units: ['XZ01'] },
  { id: 'A1', name: '考核组', kind: 'assessment', units: ['XZ01'] },
]
const SEATS: readonly (readonly [person: string, role: Role, scope: string])[] = [
  ['CH', 'chair', ''],
  ['OF1', 'office', ''],
  ['OF2', 'office', ''],
  ['H1', 'head', 'JX01'],
  ['C1', 'contact', 'JX01'],
  ['H2', 'head', 'XZ01'],
  ['C2', 'contact', 'XZ01'],
  ['W1', 'working-convenor', 'W1'],
  ['W2', 'working-member', 'W1'],
  ['I1', 'inspection-convenor', 'I1'],
  ['A1', 'assessment-convenor', 'A1'],
  ['A2', 'assessment-member', 'A1'],
  ['G1', 'lead-unit', 'integrity'],
]

export const seat = (
  person: string,
  role: Role,
  scope: string,
  span: Partial<Pick<SeatFacts, 'from' | 'to'>> = {},
): SeatFacts => ({ ...{ person, role, scope, from: '2026-01-01', to: null }, ...span })

const person = (id: string, unit: string | null = null): PersonFacts => ({
  ...{ id, unit, name: `${id}的姓名` },
  ...{ ended: false, reachable: true },
})

/** Everyone with a seat, and the leader in charge; heads and contacts work in their units. */
function peopleOf(seats: readonly SeatFacts[]): Map<string, PersonFacts> {
  const homes = new Map(
    seats.filter(({ role }) => role === 'head' || role === 'contact').map((one) => [one.person, one.scope]),
  )
  const ids = ['LD1', ...seats.map((one) => one.person)]
  return new Map(ids.map((id) => [id, person(id, homes.get(id) ?? null)]))
}

export function healthySchool(changes: Partial<SchoolFacts> = {}): SchoolFacts {
  const seats = SEATS.map(([id, role, scope]) => seat(id, role, scope))
  return {
    ...{ today: TODAY, soon: '2026-03-16', units: UNITS, groups: GROUPS, seats },
    ...{ areas: [{ key: 'integrity', name: '党风廉政建设' }], delegations: [], leftOpen: [] },
    people: peopleOf(changes.seats ?? seats),
    ...changes,
  }
}

/** The school without the seats that fit, and with others. */
export function reseated(without: (one: SeatFacts) => boolean, ...more: SeatFacts[]): SchoolFacts {
  const seats = [...healthySchool().seats.filter((one) => !without(one)), ...more]
  return healthySchool({ seats })
}

export function withPerson(id: string, change: Partial<PersonFacts>): SchoolFacts {
  const school = healthySchool()
  const people = new Map(school.people)
  people.set(id, { ...person(id), ...people.get(id), ...change })
  return { ...school, people }
}
