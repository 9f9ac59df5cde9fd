/** Inspections that are not over yet and are about certain units: a stated list is never changed, so it must be drawn or cancelled first. */
import { sql } from 'kysely'
import type { UnitId, Year } from '../../../kernel/ids.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { SubjectTable } from '../../../store/schema/kernel.ts'
import type { InspectionState } from '../rules/inspection.ts'

const open = prepared(
  (_, p: { year: number }) => sql<SubjectTable>`
  SELECT subject.* FROM inspection JOIN subject ON subject.id = inspection.id
  WHERE inspection.year = ${p.year} AND inspection.status IN ('planned', 'stated', 'drawn') ORDER BY inspection.number`,
)

/** Their numbers. */
export async function listOpenAbout(db: Database, year: Year, units: readonly UnitId[]): Promise<number[]> {
  if (units.length === 0) return []
  const states = (await db.all(open({ year }))).map((row) => JSON.parse(row.state) as InspectionState)
  return states.flatMap((state) => (isAbout(state, units) ? [state.plan.number] : []))
}

function isAbout(
  state: InspectionState,
  units: readonly UnitId[],
): state is Exclude<InspectionState, { status: 'none' }> {
  if (state.status === 'none') return false
  if (state.plan.kind === 'visit') return units.includes(state.plan.unit)
  const listed = 'draw' in state ? state.draw.picked : state.plan.population
  return listed.some(({ unit }) => units.includes(unit))
}
