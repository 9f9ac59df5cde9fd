import type { CoefficientRow } from '../../../cards/coefficient-list.ts'
import { listScores } from '../../assessment/queries.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { listUnits } from '../../organization/queries.ts'
import { regimeOf } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { listFinals, type OpenYear } from '../queries.ts'
import type { CoefficientUnit } from '../rules/set-coefficients.ts'

/** The graded units that take part, each with the year's coefficients or null, and what last year's suggest (Article 24). */
export async function listCoefficientRows(db: Database, open: OpenYear): Promise<CoefficientRow[]> {
  const units = await listUnits(db)
  return units
    .filter((unit) => regimeOf(unit.kind) === 'graded')
    .map(({ id, name }) => ({
      ...{ id, name, coefficients: open.coefficients[id] ?? null },
      suggested: open.suggested?.[id] ?? null,
    }))
}

/** All units that take part, with what a change of their coefficients must know. */
export async function coefficientUnits(
  db: Database,
  year: Year,
): Promise<ReadonlyMap<UnitId, CoefficientUnit>> {
  const [units, scored] = await Promise.all([listUnits(db), listFinals(db, year)])
  return new Map(
    units.map(({ id, name, kind, active }) => [id, { name, kind, active, scored: scored.has(id) }]),
  )
}

/** Of these units, those whose assessment is decided and has waited for coefficients since. */
export async function listWaiting(
  db: Database,
  year: Year,
  units: ReadonlySet<UnitId>,
): Promise<readonly UnitId[]> {
  const scores = await listScores(db, year)
  return scores
    .filter(({ unit, status, final }) => units.has(unit) && status === 'decided' && final === null)
    .map(({ unit }) => unit)
}
