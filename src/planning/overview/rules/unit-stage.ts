import { type PlanStanding, unsentParts } from './waited-for.ts'

/** How far a unit is; each unit is at exactly one. */
export type UnitStage = 'unsent' | 'returned' | 'in-review' | 'in-ratification' | 'in-force'

/** What came back weighs more than what was never sent, and that more than what others decide meanwhile. */
export function stageOf(plan: Pick<PlanStanding, 'kind' | 'sent' | 'status' | 'goals'>): UnitStage {
  if (plan.status === 'in-force') return 'in-force'
  if (plan.goals.some((one) => one.status === 'returned' && one.count > 0)) return 'returned'
  if (unsentParts(plan).length > 0) return 'unsent'
  return plan.status === 'in-ratification' ? 'in-ratification' : 'in-review'
}
