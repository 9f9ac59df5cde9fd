/** Many units' plans at once, with what a change of each needs. */
import type { UnitId, Year } from '../kernel/ids.ts'
import type { Head } from '../kernel/subject.ts'
import type { Database } from '../store/database.ts'
import { listSubjectsById } from '../store/subjects.ts'
import { NEW_PLAN, type PlanState } from './rules/plan.ts'
import { planId } from './subject.ts'

export type PlanHeads = ReadonlyMap<UnitId, Head<PlanState>>

/** The units' plans in one statement; an empty plan at version 0 where nothing was drafted yet. */
export async function findPlanHeads(db: Database, year: Year, units: readonly UnitId[]): Promise<PlanHeads> {
  const found = await listSubjectsById(
    db,
    units.map((unit) => planId(year, unit)),
  )
  const rows = new Map(found.map((row) => [row.id, row]))
  return new Map(
    units.map((unit) => {
      const row = rows.get(planId(year, unit))
      if (!row) return [unit, { state: NEW_PLAN, version: 0, hash: '' }]
      // Written by the kernel from evolvePlan.
      const state = JSON.parse(row.state) as PlanState
      return [unit, { state, version: row.version, hash: row.hash }]
    }),
  )
}

/** The head of a plan that was asked for. @throws when it was not */
export function headIn(heads: PlanHeads, unit: UnitId): Head<PlanState> {
  const head = heads.get(unit)
  if (!head) throw new Error(`plan of ${unit} not loaded`)
  return head
}
