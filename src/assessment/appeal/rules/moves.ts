/** Whose rank, grade and pay would move with a changed score: shown before it is confirmed. Computed by the rules of the results. */
import type { UnitId } from '../../../kernel/ids.ts'
import { markOf } from '../../../policy/rules/mark.ts'
import type { Policy } from '../../../policy/rules/policy.ts'
import { foreseeCorrection, type Moved, movedBetween } from '../../../results/rules/correction.ts'
import { proposeExcellence } from '../../../results/rules/excellence.ts'
import { resultsOf } from '../../../results/rules/graded.ts'
import { bandOf } from '../../../results/rules/grades.ts'
import type { ResultsState } from '../../../results/rules/results.ts'
import type { Cohort, ScoredUnit } from '../../../results/rules/scored.ts'

export interface Moves {
  /** What the grades rest on: ratified results, ratios that are set, or the bands alone, where excellent means high enough. */
  readonly basis: 'results' | 'ratios' | 'bands'
  /** Best first. */
  readonly moved: readonly Moved[]
  /** Cohorts in which a tie across the last place asks the leading group. */
  readonly ties: readonly Cohort[]
}

export interface Scene {
  /** The year's units with a final score, as they are now. */
  readonly scored: readonly ScoredUnit[]
  readonly results: ResultsState
  readonly policy: Policy
}

/** `final`: hundredths; null while coefficients are missing, and then nothing can be foreseen. */
export function foreseeMoves({ scored, results, policy }: Scene, unit: UnitId, final: number | null): Moves {
  const finals = new Map(final === null ? [] : [[unit, final]])
  if (results.status === 'ratified' || results.status === 'announced') {
    const { moved, ties } = foreseeCorrection(results.results, results.ratios, finals, policy)
    return { basis: 'results', moved, ties }
  }
  const after = scored.map((one) => (one.unit === unit && final !== null ? { ...one, final } : one))
  if (results.status === 'unproposed') {
    const graded = (units: readonly ScoredUnit[]) => resultsOf(units, highEnough(units, policy), policy)
    return { basis: 'bands', moved: movedBetween(graded(scored), graded(after)), ties: [] }
  }
  const { ratios } = results
  const named = (units: readonly ScoredUnit[]) =>
    proposeExcellence(units, ratios, policy).cohorts.flatMap((one) => one.named)
  const graded = (units: readonly ScoredUnit[]) => resultsOf(units, named(units), policy)
  const ties = proposeExcellence(after, ratios, policy).cohorts.filter((one) => one.tied.length > 0)
  return {
    basis: 'ratios',
    moved: movedBetween(graded(scored), graded(after)),
    ties: ties.map((one) => one.cohort),
  }
}

const highEnough = (units: readonly ScoredUnit[], policy: Policy): UnitId[] =>
  units
    .filter((one) => one.failed.length === 0 && bandOf(one.final, policy) === 'may-be-excellent')
    .map((one) => one.unit)

/** Mark of what the card showed: a decision on anything else is refused. */
export const markOfMoves = (moves: Moves, verdicts: unknown): string => markOf([moves, verdicts])
