/** Which plan a goal's card follows: the one that its id names, or, after a reform of the units, the one that has it now. */
import * as z from 'zod'
import type { GoalId, SubjectId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { findGoal } from '../queries.ts'
import { planId, planOfGoal } from '../subject.ts'

export const followedPlan = { plan: z.templateLiteral(['plan:', z.string()]).exactOptional() }

/** The parameter that a goal's view is completed with; nothing where its id says it. */
export async function findFollowed(
  db: Database,
  goal: GoalId,
): Promise<{ plan?: SubjectId & `plan:${string}` }> {
  const found = await findGoal(db, goal)
  const plan = found && planId(found.year, found.unit)
  return plan === undefined || plan === planOfGoal(goal) ? {} : { plan: plan as `plan:${string}` }
}
