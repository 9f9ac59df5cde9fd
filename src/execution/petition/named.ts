/** People and units as they are typed: by name without minding spaces, or by number. */
import type { PersonId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { listHolders } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import { listPeopleNamed, listUnitsNamed } from './queries/named.ts'
import type { Receiver } from './rules/handle.ts'
import type { PassedTo } from './rules/report.ts'

const bare = (name: string): string => name.replace(/\s+/g, '')

export type Named =
  | { readonly names: readonly string[]; readonly people: readonly PersonId[] }
  /** The position, from 1, of the first name that nobody has. */
  | { readonly unknown: number }

/** Everyone who has one of these names: where two share it, both are kept away. A blank may stand in a name, or between two. */
export async function peopleCalled(db: Database, typed: string): Promise<Named> {
  const pieces = typed
    .split(/[、，,；;\n]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  if (pieces.length === 0) return { names: [], people: [] }
  const found = await listPeopleNamed(db, pieces.flatMap(readings))
  const isKnown = (name: string): boolean =>
    found.some((person) => person.id === name || bare(person.name) === name)
  const names = pieces.map((piece) =>
    isKnown(bare(piece)) ? [bare(piece)] : piece.split(/\s+/).filter((word) => word !== ''),
  )
  const unknown = names.findIndex((some) => !some.every(isKnown))
  if (unknown >= 0) return { unknown: unknown + 1 }
  const called = found.filter(({ id, name }) => names.flat().some((one) => one === id || one === bare(name)))
  return { names: names.flat(), people: called.map(({ id }) => id) }
}

const readings = (piece: string): string[] => [bare(piece), ...piece.split(/\s+/)]

export type FoundReceiver = Receiver & { readonly to?: PassedTo; readonly name?: string }

/** The one unit or person that the words mean. */
export async function receiverCalled(db: Database, typed: string, today: LocalDate): Promise<FoundReceiver> {
  const name = bare(typed)
  const [unit, ...otherUnits] = await listUnitsNamed(db, name)
  if (unit && otherUnits.length === 0) {
    const to = { unit: unit.id }
    return { to, name: `${unit.name}负责人`, people: await peopleOf(db, to, today) }
  }
  const [person, ...others] = await listPeopleNamed(db, [name])
  if (!person) return { fault: 'unknown-receiver' }
  if (others.length > 0) return { fault: 'ambiguous-receiver' }
  return { to: { person: person.id }, name: person.name, people: [person.id] }
}

/** Before whom it comes on a day: of a unit, its heads. */
export async function peopleOf(db: Database, to: PassedTo, today: LocalDate): Promise<PersonId[]> {
  if ('person' in to) return [to.person]
  return (await listHolders(db, 'head', to.unit, today)).map(({ id }) => id)
}
