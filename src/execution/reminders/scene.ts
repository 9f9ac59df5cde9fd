/** What all matters of a day are made with: the year, and who holds which seat. */
import type { GroupId, PersonId, UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { type Actor, holds, scopesOf } from '../../organization/rules/actor.ts'
import type { OpenYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { heldKeys } from '../help/rules/holder.ts'
import { listSeats, type Seated } from './queries.ts'
import type { Reminded, Rung } from './rules/matter.ts'

export interface Scene {
  readonly open: OpenYear
  readonly today: LocalDate
  readonly seats: Seats
}

type Seat = Seated['role']

/** Who holds the role there on that day, by number. */
export type Seats = (role: Seat, scope: string) => readonly Reminded[]

export async function loadScene(db: Database, open: OpenYear, today: LocalDate): Promise<Scene> {
  const all = new Map<string, Reminded[]>()
  for (const { role, scope, id, name } of await listSeats(db, today)) {
    const key = `${role}:${scope}`
    const one = { id, name, duty: { role, scope } }
    const list = all.get(key)
    if (list) list.push(one)
    else all.set(key, [one])
  }
  return { open, today, seats: (role, scope) => all.get(`${role}:${scope}`) ?? [] }
}

/** Whose matters are looked for: everybody's, or what may come before one person. */
export type Reach =
  | { readonly all: true }
  | {
      readonly all: false
      readonly person: PersonId
      /** Those for which the person acts, as contact or head. */
      readonly own: readonly UnitId[]
      /** Those whose matters go up to the person; null for every one. */
      readonly above: readonly UnitId[] | null
      /** Of requests for help, as they stand in their table. */
      readonly holders: readonly string[]
      readonly groups: readonly GroupId[]
      /** Of the leading group. */
      readonly leading: boolean
    }

export const EVERYBODY: Reach = { all: true }

export function reachOf(actor: Actor): Reach {
  return {
    all: false,
    person: actor.id,
    own: scopesOf(actor, 'contact', 'head'),
    above: holds(actor, 'office') ? null : actor.leads,
    holders: heldKeys(actor),
    groups: scopesOf(actor, 'working-convenor', 'working-member'),
    leading: holds(actor, 'chair') || holds(actor, 'leading-member'),
  }
}

/** As a statement binds it. */
export function boundReach(reach: Reach) {
  if (reach.all) return { all: 1, every: 1, own: '[]', above: '[]', holders: '[]', person: '' }
  const { own, above, holders, person } = reach
  return {
    ...{ all: 0, every: above === null ? 1 : 0, person },
    ...{ own: JSON.stringify(own), above: JSON.stringify(above ?? []), holders: JSON.stringify(holders) },
  }
}

/** Those who do it for the unit: its contacts, or its heads where it has none; then head, office, leader in charge. */
export function chainOfUnit(seats: Seats, unit: UnitId): readonly [Rung, ...Rung[]] {
  const [contacts, heads] = [seats('contact', unit), seats('head', unit)]
  return [
    { level: 'own', people: contacts.length > 0 ? contacts : heads },
    { level: 'head', people: heads },
    ...above(seats, unit),
  ]
}

/** The office, then the unit's leader in charge. */
export const above = (seats: Seats, unit: UnitId): readonly [Rung, Rung] => [
  { level: 'office', people: seats('office', '') },
  { level: 'leader', people: seats('leader', unit) },
]

/** People of several seats, each once. */
export function unique(people: readonly Reminded[]): Reminded[] {
  return [...new Map(people.toReversed().map((one) => [one.id, one])).values()].toReversed()
}
