/** The steps that the computation made, as the card shows them. */

import type { ExplainTotalFacts, ExplainTypeFacts } from '../../../cards/score-explain.ts'
import type { ExplainGradeFacts } from '../../../cards/score-explain-grade.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import { areaNames } from '../../results/rules/naming.ts'
import type { Final, GoalLedger } from '../rules/final-of.ts'
import type { Part, ScoreResult } from '../rules/score/final.ts'
import type { TypeScore } from '../rules/score/type-scores.ts'
import type { GradeSteps } from './load.ts'
import type { PlaceStep } from './rules/grade.ts'
import { sayExact } from './say-exact.ts'

/** Goals of a type that stand in one line; more are only added up. */
const MOST_TERMS = 6

export function typeFacts(final: Final): readonly ExplainTypeFacts[] {
  const goalsOf = (type: TypeScore['type']) => final.goals.filter(({ goal }) => goal.type === type)
  return final.status === 'final'
    ? final.result.types.map((part) => typeFactsOf(part, part, goalsOf(part.type)))
    : final.types.map((one) => typeFactsOf(one, null, goalsOf(one.type)))
}

function typeFactsOf(one: TypeScore, part: Part | null, goals: readonly GoalLedger[]): ExplainTypeFacts {
  const few = goals.length <= MOST_TERMS
  const coefficient = part?.coefficient ?? null
  return {
    ...{ type: one.type, source: one.source, goals: goals.length, ratio: one.ratio },
    terms: few ? goals.map(({ goal, score }) => ({ weight: points(goal.weight), score: points(score) })) : [],
    weighted: sayExact(String(one.weighted), 10_000),
    weights: points(one.weights),
    score: one.score === null ? '' : sayExact(one.score, 100),
    coefficient: coefficient === null ? null : factor(coefficient),
    product: part ? productOf(part) : null,
  }
}

function productOf({ ratio, coefficient, score, product }: Part): ExplainTypeFacts['product'] {
  if (score === null || product === null) return null
  const factors = [`${ratio}%`, ...(coefficient === null ? [] : [factor(coefficient)]), sayExact(score, 100)]
  return { of: factors.join(' × '), is: sayExact(product, PERCENT * 100) }
}

const PERCENT = 100
const points = (hundredths: number): string => sayExact(String(hundredths), 100)
const factor = (tenThousandths: number): string => sayExact(String(tenThousandths), 10_000)

export function totalFacts(result: ScoreResult): ExplainTotalFacts {
  const { formula, types, sum, divisor, beforeCap, cap, capped, rounding, final } = result
  const products = types.flatMap(({ product }) =>
    product === null ? [] : [sayExact(product, PERCENT * 100)],
  )
  const by = formula === 'normalised' ? sayExact(divisor, PERCENT) : `${sayExact(divisor, 1)}%`
  const divided = { of: sayExact(sum, PERCENT * 100), by, is: sayExact(beforeCap, 100) }
  return {
    ...{ formula, products, capped, rounding, final },
    sum: sayExact(sum, PERCENT * 100),
    divided: divisor === '100' ? null : divided,
    cap: cap === null ? null : points(cap),
  }
}

export function gradeFacts(steps: GradeSteps, policy: Policy): ExplainGradeFacts {
  return { ...steps, place: steps.place && { ...steps.place, reason: reasonFacts(steps.place, policy) } }
}

/** Gate areas by their names. */
function reasonFacts({ reason }: PlaceStep, policy: Policy): PlaceStep['reason'] {
  return reason.why === 'barred' ? { ...reason, areas: areaNames(reason.areas, policy) } : reason
}
