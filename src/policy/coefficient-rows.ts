import type { CoefficientRow } from '../../cards/coefficient-list.ts'
import { listUnits } from '../organization/queries.ts'
import { regimeOf } from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import type { OpenYear } from './queries.ts'

/** The graded units that take part, each with the year's coefficients or null (Article 24). */
export async function listCoefficientRows(db: Database, year: OpenYear): Promise<CoefficientRow[]> {
  const units = await listUnits(db)
  return units
    .filter((unit) => regimeOf(unit.kind) === 'graded')
    .map(({ id, name }) => ({ id, name, coefficients: year.coefficients[id] ?? null }))
}
