import type { Database } from '../../store/database.ts'
import { listAllUnits } from '../queries.ts'

/** A unit's name; its number where it is not known. */
export type UnitNames = (unit: string) => string

export async function unitNames(db: Database): Promise<UnitNames> {
  const names = new Map((await listAllUnits(db)).map(({ id, name }) => [id, name]))
  return (unit) => names.get(unit) ?? unit
}
