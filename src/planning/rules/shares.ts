/** What each goal counts in its unit's total: the type's ratio, divided by the weights inside the type (Article 8, rulebook 5.1). */
import type { GoalId } from '../../kernel/ids.ts'
import type { GoalType } from '../../store/schema/planning.ts'

interface Weighed {
  readonly id: GoalId
  readonly type: GoalType
  /** Hundredths. */
  readonly weight: number
}

/** Shares in hundredths of a percent, rounded half up, for showing; scoring uses exact fractions. */
export function sharesOf(
  goals: readonly Weighed[],
  ratios: { readonly [type in GoalType]: number },
): ReadonlyMap<GoalId, number> {
  const totals = new Map<GoalType, number>()
  for (const { type, weight } of goals) totals.set(type, (totals.get(type) ?? 0) + weight)
  return new Map(
    goals.map(({ id, type, weight }) => [
      id,
      Math.floor(
        (ratios[type] * 100 * weight * 2 + (totals.get(type) ?? weight)) / (2 * (totals.get(type) ?? weight)),
      ),
    ]),
  )
}
