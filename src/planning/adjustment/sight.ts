/** What somebody who looks at a unit's plan in force must know to ask for an adjustment, or to decide on one. */
import type { UnitId, Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Viewer } from '../../kernel/view.ts'
import { getActor, listPriorities } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import type { PriorityTable } from '../../store/schema/organization.ts'
import { loadPlanFacts, type PlanFacts } from '../facts.ts'
import { findSeat } from '../places.ts'
import { maySee } from '../rules/drafters.ts'
import { isAssessmentBegun } from './queries.ts'
import type { AdjustmentRefusal } from './rules/refusals.ts'
import type { Fitting } from './rules/request.ts'
import { lastDay } from './rules/span.ts'

export interface Sight extends Fitting {
  readonly by: Actor
  readonly unitName: string
  readonly facts: PlanFacts
  readonly priorities: readonly PriorityTable[]
  readonly begun: boolean
  readonly today: LocalDate
  /** The last day for others than the leading group; null for none. */
  readonly until: LocalDate | null
}

export async function loadSight(
  db: Database,
  year: Year,
  unit: UnitId,
  viewer: Viewer,
): Promise<Sight | { readonly refusal: AdjustmentRefusal }> {
  const [by, seat, facts, priorities, begun] = await Promise.all([
    getActor(db, viewer),
    findSeat(db, unit),
    loadPlanFacts(db, year, unit),
    listPriorities(db),
    isAssessmentBegun(db, year, unit),
  ])
  if (!facts) return { refusal: { code: 'unopened-plans' } }
  if (!seat) return { refusal: { code: 'unknown-unit', unit } }
  if (!maySee(by, seat)) return { refusal: { code: 'hidden-plan' } }
  const { name: unitName, ...place } = seat
  const { policy, phase, state: plan, workItems } = facts
  return {
    ...{ by, unitName, facts, priorities, begun, plan, today: viewer.today },
    place: { ...place, year, phase },
    catalogue: { year, priorities: priorities.map((one) => one.id), workItems },
    specialLimit: policy.specialLimit,
    until: lastDay(year, policy.execution.adjustUntil),
  }
}
