/** From the final score to the grade (Articles 25, 27): the band, the gates and the places, as the results' own rules decide them. */
import type { Policy } from '../../../policy/rules/policy.ts'
import { type CohortProposal, proposeExcellence, type Ratios } from '../../../results/rules/excellence.ts'
import type { UnitResult } from '../../../results/rules/graded.ts'
import { type Band, bandOf, comparedScore } from '../../../results/rules/grades.ts'
import type { ScoredUnit } from '../../../results/rules/scored.ts'

/** Hundredths. */
export interface BandStep {
  /** The score that was compared: the final one, or, where the policy says so, that rounded to an integer. */
  readonly compared: number
  readonly rounded: boolean
  readonly excellentFrom: number
  readonly qualifiedFrom: number
  readonly band: Band
}

export function explainBand(final: number, policy: Policy): BandStep {
  const { bands, excellentFrom, qualifiedFrom } = policy
  return {
    compared: comparedScore(final, policy),
    rounded: bands === 'integer',
    excellentFrom,
    qualifiedFrom,
    band: bandOf(final, policy),
  }
}

/** Why a unit has the grade that it has; units by their names. */
export type Reason =
  /** The score alone decides. */
  | { readonly why: 'band' }
  | { readonly why: 'barred'; readonly areas: readonly string[] }
  | { readonly why: 'named' }
  /** Whose places they are; `vacated`: units that a gate bars from places which stay empty (◇ `freedPlace`). */
  | { readonly why: 'outranked'; readonly by: readonly string[]; readonly vacated: readonly string[] }
  | {
      readonly why: 'tied'
      readonly by: readonly string[]
      readonly seats: number
      readonly equals: readonly string[]
      readonly vacated: readonly string[]
    }
  /** Inside the places, but the leading group named fewer. */
  | { readonly why: 'unnamed' }

export interface PlaceStep extends Pick<CohortProposal, 'cohort' | 'units' | 'ratio' | 'places' | 'border'> {
  readonly rank: number
  readonly quotaRounding: Policy['quotaRounding']
  readonly grade: UnitResult['grade']
  readonly reason: Reason
}

/** The place and the grade of one of the results that were ratified; undefined where the unit is not among them. */
export function explainPlace(
  unit: string,
  ratified: { readonly results: readonly UnitResult[]; readonly ratios: Ratios },
  policy: Policy,
): PlaceStep | undefined {
  const { results, ratios } = ratified
  const own = results.find((one) => one.unit === unit)
  const cohort = proposeExcellence(results, ratios, policy).cohorts.find((one) => one.cohort === own?.cohort)
  if (!own || !cohort) return undefined
  const { units, ratio, places, border } = cohort
  const { rank, grade } = own
  return {
    ...{ cohort: cohort.cohort, units, ratio, places, border, rank, grade },
    quotaRounding: policy.quotaRounding,
    reason: reasonOf(own, cohort, results, policy),
  }
}

function reasonOf(
  own: UnitResult,
  cohort: CohortProposal,
  results: readonly UnitResult[],
  policy: Policy,
): Reason {
  const { named, tied, seats } = cohort
  if (own.grade === 'excellent') return { why: 'named' }
  if (bandOf(own.final, policy) !== 'may-be-excellent') return { why: 'band' }
  if (own.failed.length > 0) return { why: 'barred', areas: own.failed }
  if (named.includes(own.unit)) return { why: 'unnamed' }
  const vacated = policy.freedPlace === 'empty' ? vacatedBefore(own, cohort, results) : []
  const namesOf = namesFrom(results)
  if (!tied.includes(own.unit)) return { why: 'outranked', by: namesOf([...named, ...tied]), vacated }
  const equals = namesOf(tied.filter((one) => one !== own.unit))
  return { why: 'tied', by: namesOf(named), seats, equals, vacated }
}

/** The barred units that stand before the own one in the queue for the places. */
function vacatedBefore(
  own: UnitResult,
  { barred }: CohortProposal,
  results: readonly UnitResult[],
): string[] {
  const finals = new Map(results.map(({ unit, final }) => [unit, final]))
  const before = barred.filter(({ unit }) => (finals.get(unit) ?? 0) > own.final)
  return namesFrom(results)(before.map(({ unit }) => unit))
}

function namesFrom(units: readonly ScoredUnit[]): (ids: readonly string[]) => string[] {
  const names = new Map(units.map(({ unit, name }) => [unit, name]))
  return (ids) => ids.map((unit) => names.get(unit) ?? unit)
}
