/** Who may be excellent (Articles 25, 27): places by ratio, ranking by score, gates, and ties that no machine breaks. */
import { never } from '../../kernel/decision.ts'
import type { UnitId } from '../../kernel/ids.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import { bandOf } from './grades.ts'
import { byScore, COHORTS, type Cohort, type ScoredUnit } from './scored.ts'

/** Hundredths of a percent (15 % is 1500) of each cohort's assessed units. */
export type Ratios = { readonly [cohort in Cohort]: number }

export interface CohortProposal {
  readonly cohort: Cohort
  /** Assessed units. */
  readonly units: number
  readonly ratio: number
  readonly places: number
  /** Certain of a place. */
  readonly named: readonly UnitId[]
  /** Equal at the last place and more than its `seats`: the leading group chooses. */
  readonly tied: readonly UnitId[]
  readonly seats: number
  /** High enough, but failed in these gate areas. */
  readonly barred: readonly { readonly unit: UnitId; readonly areas: readonly string[] }[]
  /** Lowest score inside the places, in hundredths; null where there is none. */
  readonly border: number | null
}

export interface Proposal {
  readonly cohorts: readonly CohortProposal[]
}

/** What the ratios lead to. The order of `units` does not matter. */
export function proposeExcellence(units: readonly ScoredUnit[], ratios: Ratios, policy: Policy): Proposal {
  return {
    cohorts: COHORTS.map((cohort) => proposeCohort(cohort, units, ratios[cohort], policy)),
  }
}

/** Ratio × units in exact integers, rounded by the policy (◇). */
export function placesOf(ratio: number, units: number, rounding: Policy['quotaRounding']): number {
  const share = ratio * units
  switch (rounding) {
    case 'floor':
      return Math.floor(share / 10_000)
    case 'half-up':
      return Math.floor((share + 5_000) / 10_000)
    case 'ceil':
      return Math.ceil(share / 10_000)
    default:
      return never(rounding)
  }
}

function proposeCohort(
  cohort: Cohort,
  all: readonly ScoredUnit[],
  ratio: number,
  policy: Policy,
): CohortProposal {
  const units = all.filter((one) => one.cohort === cohort)
  const places = placesOf(ratio, units.length, policy.quotaRounding)
  const high = byScore(units.filter((one) => bandOf(one.final, policy) === 'may-be-excellent'))
  const barred = high.filter((one) => one.failed.length > 0)
  return {
    cohort,
    units: units.length,
    ratio,
    places,
    ...fillPlaces(high, places, policy.freedPlace),
    barred: barred.map(({ unit, failed }) => ({ unit, areas: failed })),
  }
}

/**
 * ◇ `freedPlace`: with `next`, only eligible units queue for the places; with `empty`, a barred unit takes its
 * place in the queue and leaves it empty.
 */
function fillPlaces(
  high: readonly ScoredUnit[],
  places: number,
  freedPlace: Policy['freedPlace'],
): Pick<CohortProposal, 'named' | 'tied' | 'seats' | 'border'> {
  const isFree = (one: ScoredUnit): boolean => one.failed.length === 0
  const queue = freedPlace === 'next' ? high.filter(isFree) : high
  const last = queue[Math.min(places, queue.length) - 1]
  if (last === undefined) return { named: [], tied: [], seats: 0, border: null }
  const above = queue.filter((one) => one.final > last.final)
  const level = queue.filter((one) => one.final === last.final && isFree(one))
  const seats = places - above.length
  const certain = above.filter(isFree)
  const ids = (list: readonly ScoredUnit[]): UnitId[] => list.map((one) => one.unit)
  return level.length <= seats
    ? { named: ids([...certain, ...level]), tied: [], seats: 0, border: last.final }
    : { named: ids(certain), tied: ids(level), seats, border: last.final }
}
