/** The final score (Articles 23, 24; rulebook 5.1): exact fractions, and one rounding at the end. */
import { Fraction } from 'fraction.js'
import type { Policy } from '../../../policy/rules/policy.ts'
import type { Coefficients } from '../../../policy/rules/year.ts'
import type { GoalType } from '../../../store/schema/planning.ts'
import { type Exact, exactOf, fractionOf, roundHalfUp } from './exact.ts'
import { type ScoredGoal, type TypeScore, typeScores } from './type-scores.ts'

export type ScorePolicy = Pick<Policy, 'ratios' | 'missingType' | 'coefficientFormula' | 'cap' | 'rounding'>

/** Everything between the goals' scores and the final one; points in hundredths, coefficients in ten-thousandths. */
export interface ScoreResult {
  readonly formula: 'standard' | Policy['coefficientFormula']
  readonly types: readonly Part[]
  /** What Σ r·k·C is divided by. */
  readonly divisor: Exact
  readonly beforeCap: Exact
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
}

/** Article 23: `F = Σ r·C / Σ r`. @throws RangeError when no type counts, or the policy rounds finer than hundredths */
export function standardScore(goals: readonly ScoredGoal[], policy: ScorePolicy): ScoreResult {
  const parts = typeScores(goals, policy).map((one) => partOf(one, null))
  return resultOf('standard', parts, divisorOf(parts, false), null, policy.rounding)
}

/** Article 24: `F = Σ r·k·C / Σ r`, or with `normalised` `/ Σ r·k`; then the cap. @throws RangeError as `standardScore` */
export function gradedScore(
  goals: readonly ScoredGoal[],
  policy: ScorePolicy,
  coefficients: Coefficients,
): ScoreResult {
  const formula = policy.coefficientFormula
  const parts = typeScores(goals, policy).map((one) => partOf(one, coefficients))
  return resultOf(formula, parts, divisorOf(parts, formula === 'normalised'), policy.cap, policy.rounding)
}

function partOf(one: TypeScore, coefficients: { readonly [type in GoalType]: number } | null): Part {
  const coefficient = coefficients ? coefficients[one.type] : null
  const product =
    one.score === null ? null : exactOf(fractionOf(one.score).mul(one.ratio).mul(factorOf(coefficient)))
  return { ...one, coefficient, product }
}

const factorOf = (coefficient: number | null): Fraction =>
  coefficient === null ? new Fraction(1) : new Fraction(coefficient, 10_000)

function divisorOf(parts: readonly Part[], withCoefficients: boolean): Fraction {
  return parts
    .filter((part) => part.score !== null)
    .map((part) => new Fraction(part.ratio).mul(withCoefficients ? factorOf(part.coefficient) : 1))
    .reduce((sum, one) => sum.add(one), new Fraction(0))
}

function resultOf(
  formula: ScoreResult['formula'],
  types: readonly Part[],
  divisor: Fraction,
  cap: number | null,
  rounding: number,
): ScoreResult {
  if (divisor.equals(0)) throw new RangeError('no type of goals counts')
  if (rounding < 0 || rounding > 2) throw new RangeError(`a score of ${rounding} decimals is not kept`)
  const sum = types.reduce((total, part) => total.add(part.product ?? '0'), new Fraction(0))
  const before = sum.div(divisor)
  const capped = cap !== null && before.gt(cap)
  const exact = capped ? new Fraction(cap) : before
  const final = Number(roundHalfUp(exact.div(100), rounding).mul(100).n)
  return {
    formula,
    types,
    divisor: exactOf(divisor),
    beforeCap: exactOf(before),
    cap,
    capped,
    rounding,
    final,
  }
}
