/** Roles in hands that do not reach for them: who left, who has no account, whose role runs out, who sits elsewhere. */
import type { PersonId } from '../../../kernel/ids.ts'
import { isToday, type SchoolFacts, type SeatFacts } from './facts.ts'
import type { Finding } from './finding.ts'

export function peopleFindings(facts: SchoolFacts): Finding[] {
  return [
    ...holderFindings(facts),
    ...leftOpenFindings(facts),
    ...facts.seats.filter((seat) => isToday(seat, facts.today)).flatMap((seat) => seatFindings(facts, seat)),
    ...delegateFindings(facts),
  ]
}

/** Roles end with a person's entry, so that only those who are here hold any; a leader in charge holds no row of a role. */
function holderFindings({ seats, units, people, today }: SchoolFacts): Finding[] {
  const held = seats.filter((seat) => isToday(seat, today)).map(({ person }) => person)
  const holders = new Set<PersonId>([...held, ...units.flatMap(({ leader }) => leader ?? [])])
  const unreached = [...holders].flatMap((id) => {
    const one = people.get(id)
    return one && !one.ended && !one.reachable ? [{ person: id, name: one.name }] : []
  })
  return unreached.length === 0 ? [] : [{ code: 'unreachable-holders', people: unreached }]
}

function leftOpenFindings({ leftOpen, people }: SchoolFacts): Finding[] {
  return leftOpen.map(({ person, count }) => ({
    code: 'left-open',
    ...{ person, count, name: people.get(person)?.name ?? person },
  }))
}

function seatFindings(facts: SchoolFacts, seat: SeatFacts): Finding[] {
  const { person, role, scope, to } = seat
  const name = facts.people.get(person)?.name ?? person
  const home = facts.people.get(person)?.unit ?? null
  const elsewhere = (role === 'head' || role === 'contact') && home !== null && home !== scope
  return [
    ...(elsewhere ? [{ code: 'other-unit', person, name, role, scope } as const] : []),
    ...(to !== null && to <= facts.soon && !isFollowed(facts, seat)
      ? [{ code: 'ending-role', person, name, role, scope, to } as const]
      : []),
  ]
}

/** Whether somebody holds the same role after the day on which this seat ends. */
function isFollowed({ seats }: SchoolFacts, ending: SeatFacts): boolean {
  const { role, scope, to } = ending
  return seats.some(
    (one) =>
      one !== ending &&
      one.role === role &&
      one.scope === scope &&
      (one.to === null || to === null || one.to > to),
  )
}

function delegateFindings({ delegations, people }: SchoolFacts): Finding[] {
  return delegations
    .filter(({ delegate }) => people.get(delegate)?.ended !== false)
    .map(({ principal, delegate }) => ({
      code: 'departed-delegate',
      ...{ person: delegate, name: people.get(delegate)?.name ?? delegate },
      ...{ principal, principalName: people.get(principal)?.name ?? principal },
    }))
}
