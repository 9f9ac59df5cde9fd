import type { UnitId } from '../../kernel/ids.ts'
import type { Regime } from '../../organization/rules/actor.ts'

/** Units ranked together: by default the two regimes (rulebook 6). */
export type Cohort = Regime
export const COHORTS: readonly Cohort[] = ['standard', 'graded']

/** A unit with everything that its grade rests on. */
export interface ScoredUnit {
  readonly unit: UnitId
  readonly name: string
  readonly cohort: Cohort
  /** Final score in hundredths. */
  readonly final: number
  /** Keys of the gate areas that the unit failed (Article 27). */
  readonly failed: readonly string[]
}

/** Best first; equal scores in the order of the units' numbers, so that no order of input shows through. */
export function byScore(units: readonly ScoredUnit[]): ScoredUnit[] {
  return units.toSorted((a, b) => b.final - a.final || (a.unit < b.unit ? -1 : 1))
}

/** Competition ranking (1-2-3-3-5) inside each cohort, by unit. */
export function ranksOf(units: readonly ScoredUnit[]): ReadonlyMap<UnitId, number> {
  return new Map(COHORTS.flatMap((cohort) => ranked(units.filter((one) => one.cohort === cohort))))
}

function ranked(cohort: readonly ScoredUnit[]): [UnitId, number][] {
  let rank = 0
  let last: number | undefined
  return byScore(cohort).map((one, position) => {
    if (one.final !== last) rank = position + 1
    last = one.final
    return [one.unit, rank]
  })
}
