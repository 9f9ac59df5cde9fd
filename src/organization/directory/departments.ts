/** The departments of a reading in which somebody works, with the unit that each one is. */
import type { ExaminedDirectory } from './examine.ts'
import type { Place } from './rules/placing.ts'

export interface NumberedDepartment {
  readonly id: string
  readonly name: string
  /** Who are in it, or below it. */
  readonly people: number
  readonly place: Place
}

/** Those without a unit first, then those that are one, at last those that follow the one above; the largest first. */
export function listDepartments({ directory, placing }: ExaminedDirectory): NumberedDepartment[] {
  const parents = new Map(directory.departments.map((one) => [one.id, one.parent]))
  const members = countMembers(directory.people, parents)
  return directory.departments
    .flatMap(({ id, name }): NumberedDepartment[] => {
      const place = placing.of(id)
      const people = members.get(id) ?? 0
      return people === 0 ? [] : [{ id, name: name ?? id, people, place }]
    })
    .toSorted((a, b) => rank(a) - rank(b) || b.people - a.people)
}

function rank({ place: { unit, by } }: NumberedDepartment): number {
  if (unit === null) return by === 'kept' ? 1 : 0
  return by === 'above' ? 3 : 2
}

function countMembers(
  people: ExaminedDirectory['directory']['people'],
  parents: ReadonlyMap<string, string | null>,
): Map<string, number> {
  const members = new Map<string, number>()
  for (const person of people) {
    const above = new Set<string>()
    for (const id of person.departments) addAbove(above, id, parents)
    for (const id of above) members.set(id, (members.get(id) ?? 0) + 1)
  }
  return members
}

function addAbove(above: Set<string>, id: string, parents: ReadonlyMap<string, string | null>): void {
  for (let one: string | null = id; one !== null && !above.has(one); one = parents.get(one) ?? null)
    above.add(one)
}
