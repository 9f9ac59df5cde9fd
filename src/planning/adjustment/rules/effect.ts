/** What an adjustment does to the shares of the unit's goals: weights are normalised within a type (Article 8, rulebook 5.1). */
import type { GoalType } from '../../../store/schema/planning.ts'
import { counts } from '../../rules/goal.ts'
import type { PlanState } from '../../rules/plan.ts'
import { sharesOf } from '../../rules/shares.ts'
import { type Request, type ShareChange, votedGoal } from './adjustment.ts'

/** The goals of the adjusted goal's type whose shares change, by number; none where the weights stay. */
export function sharesChanged(
  request: Request,
  { goals, lastNumber }: Pick<PlanState, 'goals' | 'lastNumber'>,
  ratios: { readonly [type in GoalType]: number },
): ShareChange[] {
  const { id, content } = votedGoal(request)
  const { type } = content
  const now = goals
    .filter((goal) => counts(goal) && goal.content.type === type)
    .map((goal) => ({ id: goal.id, number: goal.number, type, weight: goal.content.weight }))
  const others = now.filter((goal) => goal.id !== id)
  const own = { id, number: numberOf(request) ?? lastNumber + 1, type, weight: content.weight }
  const before = sharesOf(now, ratios)
  const after = sharesOf(request.kind === 'cancel' ? others : [...others, own], ratios)
  return [...others, own]
    .toSorted((left, right) => left.number - right.number)
    .map((goal) => ({
      number: goal === own ? numberOf(request) : goal.number,
      before: before.get(goal.id) ?? null,
      after: after.get(goal.id) ?? null,
    }))
    .filter((one) => one.before !== one.after)
}

const numberOf = (request: Request): number | null => (request.kind === 'add' ? null : request.number)
