/** What the commands on adjustments must know beside the adjustment: the only reads of their acts. */

import { listEvidence } from '../../execution/queries.ts'
import type { Meta } from '../../kernel/command.ts'
import type { GoalId, UnitId, Year } from '../../kernel/ids.ts'
import type { Head } from '../../kernel/subject.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { findYear } from '../../policy/queries.ts'
import { REGULATION_DEFAULTS } from '../../policy/rules/policy.ts'
import type { Database } from '../../store/database.ts'
import { type Audience, findScene, loadAudience, loadCatalogue } from '../context.ts'
import type { PlanState } from '../rules/plan.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'
import { planId, planSubject } from '../subject.ts'
import { findOpenAdjustment, isAssessmentBegun } from './queries.ts'
import type { Asking } from './rules/ask.ts'
import type { Ratifying } from './rules/decide-adjustment.ts'
import { lastDay } from './rules/span.ts'

/** Everything that asking and deciding know. */
export interface Adjusting extends Asking, Pick<Ratifying, 'ratification' | 'confirmed' | 'ratios'> {
  readonly head: Head<PlanState>
  readonly audience: Audience
}

/** `goal`: the one that the adjustment is about; another open one on it is looked for. */
export async function loadAdjusting(
  db: Database,
  place: { readonly year: Year; readonly unit: UnitId; readonly goal: GoalId | null },
  meta: Meta,
): Promise<Adjusting | { readonly refusal: PlanningRefusal }> {
  const { year, unit, goal } = place
  const [scene, open, head, catalogue, begun, other] = await Promise.all([
    findScene(db, year, unit, meta),
    findYear(db, year),
    foldSubject(db, planSubject, planId(year, unit)),
    loadCatalogue(db, year),
    isAssessmentBegun(db, year, unit),
    goal === null ? undefined : findOpenAdjustment(db, goal),
  ])
  if ('refusal' in scene) return scene
  const { execution, ratios } = (open ?? { policy: REGULATION_DEFAULTS }).policy
  return {
    ...scene,
    ...{ head, plan: head.state, catalogue, ratios, begun, today: meta.today, open: other ?? null },
    until: lastDay(year, execution.adjustUntil),
    audience: await loadAudience(db, scene, meta),
  }
}

/** Those of the files that the person sent: nobody offers another's. */
export async function ownEvidence(
  db: Database,
  ids: readonly string[],
  person: string,
): Promise<readonly string[]> {
  const found = await listEvidence(db, ids)
  return found.filter((one) => one.person === person).map((one) => one.id)
}
