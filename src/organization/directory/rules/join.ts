/** Who of the directory could be recorded: with a 工号 of their own, a name, and a department that is a unit. */
import type { PersonId, UnitId } from '../../../kernel/ids.ts'
import type { PersonState } from '../../rules/person.ts'
import { alike, type ListedPerson, nameOf } from './listed.ts'
import type { People } from './match.ts'
import type { Placing } from './placing.ts'

export interface Joiner {
  readonly listed: ListedPerson
  readonly person: PersonId
  readonly name: string
  readonly unit: UnitId
  /** Was recorded before, and ended. */
  readonly returns: boolean
}

export interface Joining {
  readonly joiners: readonly Joiner[]
  /** Who stay strangers, and why. */
  readonly strangers: readonly Stranger[]
}

export interface Stranger {
  readonly listed: ListedPerson
  readonly why: 'no-name' | 'no-number' | 'same-number' | 'no-unit'
}

/** As in the roster (row-reader): a number of the university's own, and none of those that the system uses. */
const NUMBER = /^[A-Za-z0-9._-]{1,32}$/
const RESERVED = /^(office-\d+|system|start|console|clock)$/

/** `listed`: who is nobody of ours; `all`: the whole directory, in which a 工号 must be one person's alone. */
export function joining(
  people: People,
  listed: readonly ListedPerson[],
  all: readonly ListedPerson[],
  placing: Placing,
): Joining {
  const numbers = new Map<string, number>()
  for (const { number } of all) if (number !== null) numbers.set(number, (numbers.get(number) ?? 0) + 1)
  const joiners: Joiner[] = []
  const strangers: Stranger[] = []
  for (const one of listed) {
    const found = joinerOf(one, people, numbers, placing)
    if (typeof found === 'string') strangers.push({ listed: one, why: found })
    else joiners.push(found)
  }
  return { joiners, strangers }
}

/** A number that was given anew is no return: the record and its history are another's. */
const isAnother = (known: PersonState | undefined, name: string): boolean =>
  known?.status === 'active' || (known?.status === 'ended' && alike(known.record.name) !== alike(name))

function joinerOf(
  listed: ListedPerson,
  people: People,
  numbers: ReadonlyMap<string, number>,
  placing: Placing,
): Joiner | Stranger['why'] {
  const name = nameOf(listed)
  const { number } = listed
  if (name === null || name.length > 60) return 'no-name'
  if (number === null || !NUMBER.test(number) || RESERVED.test(number)) return 'no-number'
  const known = people.get(number)
  if ((numbers.get(number) ?? 0) > 1 || isAnother(known, name)) return 'same-number'
  const [unit] = placing.unitsOf(listed)
  if (unit === undefined) return 'no-unit'
  return { listed, person: number, name, unit, returns: known?.status === 'ended' }
}
