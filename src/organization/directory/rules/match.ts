/** Who of the directory is whom of ours: by account, else by 工号, else by mobile or e-mail. An account gives rights, so that a doubt links nobody. */
import type { PersonId } from '../../../kernel/ids.ts'
import { openIdOf, type PersonState } from '../../rules/person.ts'
import { alike, isOut, type ListedPerson, nameOf, plainMobile } from './listed.ts'

export type People = ReadonlyMap<PersonId, PersonState>

export type LinkedBy = 'number' | 'mobile' | 'email'

export interface Link {
  readonly person: PersonId
  readonly listed: ListedPerson
  readonly by: LinkedBy
}

export type Doubt =
  /** Several of the directory have one 工号, mobile or e-mail. */
  | { readonly why: 'shared'; readonly person: PersonId | null; readonly listed: readonly ListedPerson[] }
  /** It would be another's name. */
  | { readonly why: 'other-name'; readonly person: PersonId; readonly listed: readonly ListedPerson[] }
  /** The person has an account, and another of the directory has the 工号. */
  | { readonly why: 'second-account'; readonly person: PersonId; readonly listed: readonly ListedPerson[] }

export interface Matching {
  /** Whose account is in the directory. */
  readonly known: ReadonlyMap<PersonId, ListedPerson>
  readonly links: readonly Link[]
  readonly doubts: readonly Doubt[]
  /** Of the directory, and nobody of ours. */
  readonly strangers: readonly ListedPerson[]
}

type Active = Extract<PersonState, { status: 'active' }>

export function match(people: People, listed: readonly ListedPerson[]): Matching {
  const byOpenId = new Map(listed.map((one) => [one.openId, one]))
  const active = [...people].flatMap(([id, state]) => (state.status === 'active' ? [{ id, state }] : []))
  const known = new Map<PersonId, ListedPerson>()
  for (const { id, state } of active) {
    const own = byOpenId.get(openIdOf(state) ?? '')
    if (own) known.set(id, own)
  }
  const owned = new Set([...known.values()].map((one) => one.openId))
  const free = listed.filter((one) => !owned.has(one.openId) && !isOut(one))
  return { known, ...linkFree(active, known, free) }
}

function linkFree(
  active: readonly { readonly id: PersonId; readonly state: Active }[],
  known: ReadonlyMap<PersonId, ListedPerson>,
  free: readonly ListedPerson[],
): Omit<Matching, 'known'> {
  const links: Link[] = []
  const doubts: Doubt[] = []
  const used = new Set<string>()
  const done = new Set<PersonId>()
  const keys = keysOf(free)
  const offer = (id: PersonId, state: Active, found: readonly ListedPerson[], by: LinkedBy): void => {
    const open = found.filter((one) => !used.has(one.openId))
    const [only] = open
    if (only === undefined || done.has(id)) return
    for (const one of open) used.add(one.openId)
    done.add(id)
    if (open.length > 1) doubts.push({ why: 'shared', person: id, listed: open })
    else if (hasOpenAccount(known.get(id))) doubts.push({ why: 'second-account', person: id, listed: open })
    else if (!hasName(only, state)) doubts.push({ why: 'other-name', person: id, listed: open })
    else links.push({ person: id, listed: only, by })
  }
  for (const { id, state } of active) offer(id, state, keys.number.get(id) ?? [], 'number')
  const without = active.filter(({ id, state }) => state.openId === null && !known.has(id))
  for (const by of ['mobile', 'email'] as const) {
    for (const { id, state } of without) {
      const contact = contactOf(state.record[by], by)
      if (contact !== undefined) offer(id, state, keys[by].get(contact) ?? [], by)
    }
  }
  return { links, doubts, strangers: free.filter((one) => !used.has(one.openId)) }
}

/** One who comes back has a new account beside the closed one. */
const hasOpenAccount = (listed: ListedPerson | undefined): boolean => listed !== undefined && !isOut(listed)

/** A name that the app may not read speaks neither for nor against. */
function hasName(listed: ListedPerson, { record }: Active): boolean {
  const name = nameOf(listed)
  return (
    name === null || alike(name) === alike(record.name) || alike(listed.name ?? '') === alike(record.name)
  )
}

function contactOf(contact: string | null, by: 'mobile' | 'email'): string | undefined {
  if (contact === null || contact.trim() === '') return undefined
  return by === 'mobile' ? plainMobile(contact) : contact.trim().toLowerCase()
}

function keysOf(free: readonly ListedPerson[]) {
  const by = (key: (one: ListedPerson) => string | undefined): Map<string, ListedPerson[]> => {
    const groups = new Map<string, ListedPerson[]>()
    for (const one of free) {
      const value = key(one)
      if (value === undefined) continue
      const group = groups.get(value)
      if (group) group.push(one)
      else groups.set(value, [one])
    }
    return groups
  }
  return {
    number: by((one) => one.number ?? undefined),
    mobile: by((one) => contactOf(one.mobile, 'mobile')),
    email: by((one) => contactOf(one.email, 'email')),
  }
}
