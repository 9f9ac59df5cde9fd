/** The formulas of rulebook 5.1 once more, without fractions: everything over one common denominator, in BigInt. */
import type { ScorePolicy } from '../../src/assessment/rules/score/final.ts'
import type { ScoredGoal } from '../../src/assessment/rules/score/type-scores.ts'

const TYPES = ['key', 'special', 'routine'] as const

/** The final score in hundredths; `ks` in ten-thousandths, null for the standard regime. */
export function naiveScore(
  goals: readonly ScoredGoal[],
  policy: ScorePolicy,
  ks: { readonly [type in (typeof TYPES)[number]]: number } | null,
): number {
  let common = 1n
  for (const type of TYPES) common *= weightOf(goals, type) || 1n
  let sum = 0n
  let ratios = 0n
  for (const type of TYPES) {
    const own = goals.filter((goal) => goal.type === type)
    if (own.length === 0 && policy.missingType === 'redistribute') continue
    const weight = weightOf(goals, type) || 1n
    const points = own.reduce((total, goal) => total + BigInt(goal.weight) * BigInt(goal.score), 0n)
    const full = own.length === 0 && policy.missingType === 'full' ? 10_000n : 0n
    const k = ks ? BigInt(ks[type]) : 10_000n
    const r = BigInt(policy.ratios[type])
    sum += r * k * (points + full) * (common / weight)
    ratios += r * (ks && policy.coefficientFormula === 'normalised' ? k : 10_000n)
  }
  return rounded(sum, ratios * common, ks ? policy.cap : null, policy.rounding)
}

const weightOf = (goals: readonly ScoredGoal[], type: string): bigint =>
  goals.filter((goal) => goal.type === type).reduce((sum, goal) => sum + BigInt(goal.weight), 0n)

function rounded(top: bigint, bottom: bigint, cap: number | null, rounding: number): number {
  const step = BigInt(10 ** (2 - rounding))
  const final = Number(((2n * top + bottom * step) / (2n * bottom * step)) * step)
  return cap !== null && final > cap ? cap : final
}
