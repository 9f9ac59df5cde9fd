/** Budget and spending of a goal or a unit (Article 30), in hundredths of a yuan. */
export interface Cost {
  /** Null where none was set. */
  readonly budget: number | null
  /** Null where none was reported. */
  readonly spent: number | null
  /** What is left; below 0 when it is over budget; null without a budget. */
  readonly rest: number | null
  /** By how much it is over budget; 0 within it, and without a budget. */
  readonly over: number
}

/** What was spent against what was planned. Spending without a budget is shown and is not over it. */
export function costOf(budget: number | null, spent: number | null): Cost {
  if (budget === null) return { budget, spent, rest: null, over: 0 }
  const rest = budget - (spent ?? 0)
  return { budget, spent, rest, over: Math.max(0, -rest) }
}
