/** The final score (Articles 23, 24; rulebook 5.1): exact fractions, and one rounding at the end. */
import { Fraction } from 'fraction.js'
import type { Coefficients } from '../../../policy/rules/coefficients.ts'
import type { Policy } from '../../../policy/rules/policy.ts'
import { type Exact, exactOf, roundHalfUp } from './exact.ts'
import { exactScore, type TypeScore, type TypeSum } from './type-scores.ts'

export type ScorePolicy = Pick<Policy, 'ratios' | 'missingType' | 'coefficientFormula' | 'cap' | 'rounding'>

/** Everything between the goals' scores and the final one; points in hundredths, coefficients in ten-thousandths. */
export interface ScoreResult {
  readonly formula: 'standard' | Policy['coefficientFormula']
  readonly types: readonly Part[]
  /** Σ r·k·C, percent times hundredths. */
  readonly sum: Exact
  /** What the sum is divided by: Σ of the shares, percent. */
  readonly divisor: Exact
  /** Hundredths, not rounded. */
  readonly beforeCap: Exact
  /** Hundredths; null for none. */
  readonly cap: number | null
  readonly capped: boolean
  /** Decimals of the final score. */
  readonly rounding: number
  /** Hundredths. */
  readonly final: number
}

export interface Part extends TypeScore {
  /** k_t in ten-thousandths; null under the standard regime. */
  readonly coefficient: number | null
  /** r·k·C; null where the type is left out. */
  readonly product: Exact | null
  /** What the type adds to the divisor: r, or r·k where the formula is `normalised`; null where the type is left out. */
  readonly share: Exact | null
}

/** Article 23: `F = Σ r·C / Σ r`. @throws RangeError when no type counts, or the policy rounds finer than hundredths */
export function standardScore(sums: readonly TypeSum[], policy: ScorePolicy): ScoreResult {
  const steps = sums.map((sum) => stepOf(sum, policy, null, false))
  return resultOf('standard', steps, null, policy.rounding)
}

/** Article 24: `F = Σ r·k·C / Σ r`, or with `normalised` `/ Σ r·k`; then the cap. @throws RangeError as `standardScore` */
export function gradedScore(
  sums: readonly TypeSum[],
  policy: ScorePolicy,
  coefficients: Coefficients,
): ScoreResult {
  const formula = policy.coefficientFormula
  const steps = sums.map((sum) => stepOf(sum, policy, coefficients[sum.type], formula === 'normalised'))
  return resultOf(formula, steps, policy.cap, policy.rounding)
}

/** A part with the exact numbers that it says. */
interface Step {
  readonly part: Part
  readonly product: Fraction
  readonly share: Fraction
}

function stepOf(sum: TypeSum, policy: ScorePolicy, coefficient: number | null, normalised: boolean): Step {
  const ratio = policy.ratios[sum.type]
  const { source, exact } = exactScore(sum, policy.missingType)
  const part = { ...sum, ratio, source, coefficient }
  if (!exact)
    return { part: { ...part, score: null, product: null, share: null }, product: NONE, share: NONE }
  const factor = new Fraction(ratio * (coefficient ?? ONE), ONE)
  const product = exact.mul(factor)
  const share = normalised ? factor : new Fraction(ratio)
  const said = { score: exactOf(exact), product: exactOf(product), share: exactOf(share) }
  return { part: { ...part, ...said }, product, share }
}

/** A coefficient of 1, in ten-thousandths. */
const ONE = 10_000
const NONE = new Fraction(0)

function resultOf(
  formula: ScoreResult['formula'],
  steps: readonly Step[],
  cap: number | null,
  rounding: number,
): ScoreResult {
  const divisor = steps.reduce((sum, one) => sum.add(one.share), NONE)
  if (divisor.equals(0)) throw new RangeError('no type of goals counts')
  if (rounding < 0 || rounding > 2) throw new RangeError(`a score of ${rounding} decimals is not kept`)
  const sum = steps.reduce((total, one) => total.add(one.product), NONE)
  const before = sum.div(divisor)
  return {
    formula,
    types: steps.map(({ part }) => part),
    sum: exactOf(sum),
    divisor: exactOf(divisor),
    beforeCap: exactOf(before),
    cap,
    capped: cap !== null && before.gt(cap),
    rounding,
    final: roundedUnder(before, cap, rounding),
  }
}

/** The one rounding; never above the cap, not even where the cap is finer than the rounding. */
function roundedUnder(before: Fraction, cap: number | null, rounding: number): number {
  const rounded = Number(roundHalfUp(before.div(100), rounding).mul(100).n)
  return cap === null ? rounded : Math.min(rounded, cap)
}
