/** Which unit a department of the platform is: as the office keeps it, else by its name, else as the one above it. */
import type { UnitId } from '../../../kernel/ids.ts'
import { alike, type ListedDepartment, type ListedPerson } from './listed.ts'

export interface NamedUnit {
  readonly id: UnitId
  readonly name: string
}

/** By department; null where the office says that it is no unit. */
export type KeptPlaces = ReadonlyMap<string, UnitId | null>

export interface Place {
  readonly unit: UnitId | null
  readonly by: 'kept' | 'name' | 'above' | 'nothing'
}

export interface Placing {
  of(department: string): Place
  /** The units of a person, that of the main department first. */
  unitsOf(person: Pick<ListedPerson, 'departments'>): readonly UnitId[]
}

/** `units`: those that take part. A kept place whose unit takes part no more counts as none. */
export function placing(
  departments: readonly ListedDepartment[],
  units: readonly NamedUnit[],
  kept: KeptPlaces,
): Placing {
  const byId = new Map(departments.map((one) => [one.id, one]))
  const byName = new Map(units.map((unit) => [alike(unit.name), unit.id]))
  const active = new Set(units.map((unit) => unit.id))
  const known = new Map<string, Place>()

  const find = (id: string, above: readonly string[]): Place => {
    const keptUnit = kept.get(id)
    if (keptUnit === null) return { unit: null, by: 'kept' }
    if (keptUnit !== undefined && active.has(keptUnit)) return { unit: keptUnit, by: 'kept' }
    const department = byId.get(id)
    const named = department?.name ? byName.get(alike(department.name)) : undefined
    if (named !== undefined) return { unit: named, by: 'name' }
    const parent = department?.parent ?? null
    if (parent === null || above.includes(parent)) return { unit: null, by: 'nothing' }
    const { unit } = find(parent, [...above, id])
    return unit === null ? { unit, by: 'nothing' } : { unit, by: 'above' }
  }

  const of = (id: string): Place => {
    const place = known.get(id) ?? find(id, [id])
    known.set(id, place)
    return place
  }
  return {
    of,
    unitsOf: (person) => [...new Set(person.departments.flatMap((id) => of(id).unit ?? []))],
  }
}
