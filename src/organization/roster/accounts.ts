/** Which account belongs to whom: what the roster says, what the platform found, what was known before. Pure. */
import type { PersonId } from '../../kernel/ids.ts'
import type { RosterPerson } from './roster.ts'

/** Open id by mobile or e-mail, as the platform's directory answered. */
export interface Found {
  readonly [contact: string]: string
}

export interface Accounts {
  readonly byPerson: ReadonlyMap<PersonId, string>
  /** Those whom nothing ties to an account: imported, but out of reach until the roster names one. */
  readonly unreached: readonly RosterPerson[]
  /** Those whose mobile or e-mail leads to the account of another person in the roster. */
  readonly doubled: readonly RosterPerson[]
}

/** The contacts to look up: of everyone without an open id. */
export function contactsToFind(people: readonly RosterPerson[]): {
  readonly mobiles: readonly string[]
  readonly emails: readonly string[]
} {
  const without = people.filter((person) => person.openId === null)
  return {
    mobiles: without.flatMap((person) => person.mobile ?? []),
    emails: without.flatMap((person) => person.email ?? []),
  }
}

/** Gives each account once: an open id in the roster goes before one found, one found before one known. */
export function assignAccounts(
  people: readonly RosterPerson[],
  found: Found,
  known: ReadonlyMap<PersonId, string>,
): Accounts {
  const byPerson = new Map<PersonId, string>()
  const taken = new Set<string>()
  const doubled: RosterPerson[] = []
  const give = (person: RosterPerson, openId: string | undefined): void => {
    if (openId === undefined || byPerson.has(person.id)) return
    if (taken.has(openId)) return
    byPerson.set(person.id, openId)
    taken.add(openId)
  }
  for (const person of people) give(person, person.openId ?? undefined)
  for (const person of people) {
    const openId = foundFor(person, found)
    give(person, openId)
    if (openId !== undefined && !byPerson.has(person.id)) doubled.push(person)
  }
  for (const person of people) give(person, known.get(person.id))
  const unreached = people.filter((person) => !byPerson.has(person.id) && !doubled.includes(person))
  return { byPerson, unreached, doubled }
}

function foundFor({ mobile, email }: RosterPerson, found: Found): string | undefined {
  return (mobile === null ? undefined : found[mobile]) ?? (email === null ? undefined : found[email])
}
