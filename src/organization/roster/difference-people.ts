import type { PersonId } from '../../kernel/ids.ts'
import { changedFields } from '../rules/entry.ts'
import {
  type Days,
  endPerson,
  isOver,
  openIdOf,
  type PersonEvent,
  type PersonRecord,
  type PersonState,
  recordPerson,
  rolesOf,
} from '../rules/person.ts'
import type { Line } from './line.ts'
import type { Roster, RosterPerson, RosterRole } from './roster.ts'

export interface MovedPerson {
  readonly id: PersonId
  readonly events: readonly PersonEvent[]
}

interface Compared {
  readonly moved: readonly MovedPerson[]
  readonly lines: readonly Line[]
}

/** People with their roles and accounts: each as the roster wants, those not in it ended. */
export function comparePeople(
  stateOf: (id: PersonId) => PersonState,
  known: readonly PersonId[],
  roster: Roster,
  accounts: ReadonlyMap<PersonId, string>,
  days: Days,
): Compared {
  const roles = rolesByPerson(roster.roles)
  const wanted = new Set(roster.people.map((person) => person.id))
  const recorded = roster.people.map((person) =>
    comparePerson(
      stateOf(person.id),
      person,
      roles.get(person.id) ?? [],
      accounts.get(person.id) ?? null,
      days,
    ),
  )
  const ended = known.filter((id) => !wanted.has(id)).map((id) => compareEnded(id, stateOf(id), days))
  const moved = [...recorded, ...ended].filter((one) => one.events.length > 0)
  return {
    moved: moved.map(({ id, events }) => ({ id, events })),
    lines: [...moved.flatMap((one) => one.own), ...moved.flatMap((one) => one.roles)],
  }
}

function rolesByPerson(roles: readonly RosterRole[]): Map<PersonId, RosterRole[]> {
  const byPerson = new Map<PersonId, RosterRole[]>()
  for (const role of roles) {
    const own = byPerson.get(role.person)
    if (own) own.push(role)
    else byPerson.set(role.person, [role])
  }
  return byPerson
}

interface ComparedPerson extends MovedPerson {
  readonly own: readonly Line[]
  readonly roles: readonly Line[]
}

function comparePerson(
  state: PersonState,
  person: RosterPerson,
  roles: readonly RosterRole[],
  openId: string | null,
  days: Days,
): ComparedPerson {
  const record = recordOf(person)
  const wantedRoles = roles.map(({ role, scope, from, to }) => ({ role, scope, from, to }))
  const events = recordPerson(state, { record, roles: wantedRoles, openId }, days)
  return {
    id: person.id,
    events,
    own: ownLines(state, record, openId),
    roles: roleLines(state, record.name, events, days),
  }
}

function compareEnded(id: PersonId, state: PersonState, days: Days): ComparedPerson {
  const events = endPerson(state, days)
  const name = state.status === 'unknown' ? id : state.record.name
  return {
    id,
    events,
    own: [{ sheet: 'people', what: 'end', name, fields: [] }],
    roles: roleLines(state, name, events, days),
  }
}

function ownLines(state: PersonState, record: PersonRecord, openId: string | null): Line[] {
  if (state.status !== 'active') return [{ sheet: 'people', what: 'add', name: record.name, fields: [] }]
  const fields = changedFields(state.record, record)
  if (openIdOf(state) !== openId) fields.push('openId')
  return fields.length === 0 ? [] : [{ sheet: 'people', what: 'change', name: record.name, fields }]
}

function roleLines(state: PersonState, name: string, events: readonly PersonEvent[], days: Days): Line[] {
  return events.flatMap((event): Line[] => {
    if (event.type !== 'role.given' && event.type !== 'role.ended') return []
    const role = { role: event.role, scope: event.scope }
    if (event.type === 'role.ended') return [{ sheet: 'roles', what: 'end', name, fields: [], role }]
    const goesOn = rolesOf(state).some(
      (held) => held.role === event.role && held.scope === event.scope && !isOver(held, days.today),
    )
    return [{ sheet: 'roles', what: goesOn ? 'change' : 'add', name, fields: [], role }]
  })
}

function recordOf({ name, unit, title, mobile, email }: RosterPerson): PersonRecord {
  return { name, unit, title, mobile, email }
}
