/**
 * What a changed score does to ratified results (Article 29; rulebook 6: a correction needs an appeal decision). Pure:
 * an appeal's card shows it before the decision, and `results.correct` does it. The machine names nobody anew where a
 * tie stands across the last place: then the leading group chooses.
 */
import type { UnitId } from '../../kernel/ids.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import type { Grade } from '../../store/schema/results.ts'
import { type CohortProposal, type Proposal, proposeExcellence, type Ratios } from './excellence.ts'
import { resultsOf, type UnitResult } from './graded.ts'
import type { Naming } from './naming.ts'
import type { Cohort, ScoredUnit } from './scored.ts'

export interface Placing {
  /** Hundredths. */
  readonly final: number
  readonly grade: Grade
  readonly rank: number
}

/** A unit that is not where it was. */
export interface Moved {
  readonly unit: UnitId
  readonly name: string
  readonly cohort: Cohort
  readonly from: Placing
  readonly to: Placing
  /** Names of those who took its place: where it lost a grade by the quota, its own score being as good as before. */
  readonly displacedBy: readonly string[]
}

/** Final scores by unit, in hundredths; a unit that is absent keeps its own. */
export type Finals = ReadonlyMap<UnitId, number>

/** The units of the results with the scores of now; gates stay as they were when they were closed. */
export function rescored(results: readonly UnitResult[], finals: Finals): ScoredUnit[] {
  return results.map(({ unit, name, cohort, final, failed }) => ({
    unit,
    name,
    cohort,
    failed,
    final: finals.get(unit) ?? final,
  }))
}

export const isRescored = (results: readonly UnitResult[], finals: Finals): boolean =>
  results.some(({ unit, final }) => (finals.get(unit) ?? final) !== final)

export interface Foreseen {
  readonly units: readonly ScoredUnit[]
  readonly proposal: Proposal
  /** Whom the leading group's own choice names now; of a new tie, nobody. */
  readonly naming: Naming
  /** Cohorts in which a tie across the last place asks the leading group. */
  readonly ties: readonly Cohort[]
  /** All that move with this naming, best first. */
  readonly moved: readonly Moved[]
}

/** Whose score, rank and grade would move with these scores, and with them the pay (Article 26). */
export function foreseeCorrection(
  results: readonly UnitResult[],
  ratios: Ratios,
  finals: Finals,
  policy: Policy,
): Foreseen {
  const units = rescored(results, finals)
  const before = proposeExcellence(results, ratios, policy)
  const proposal = proposeExcellence(units, ratios, policy)
  const excellent = new Set(results.filter((one) => one.grade === 'excellent').map((one) => one.unit))
  const carried = proposal.cohorts.map((one) => carry(one, cohortOf(before, one.cohort), excellent))
  const naming = {
    named: carried.flatMap((one) => one.named),
    left: carried.flatMap((one) => (one.left ? [one.cohort] : [])),
  }
  return {
    units,
    proposal,
    naming,
    ties: carried.flatMap((one) => (one.asks ? [one.cohort] : [])),
    moved: movedBetween(results, resultsOf(units, naming.named, policy)),
  }
}

const cohortOf = ({ cohorts }: Proposal, cohort: Cohort): CohortProposal | undefined =>
  cohorts.find((one) => one.cohort === cohort)

/** The choice of the ratification on the new order: who was passed over on purpose stays so, and a tie that is the same stays decided. */
function carry(now: CohortProposal, then: CohortProposal | undefined, excellent: ReadonlySet<UnitId>) {
  const passedOver = new Set((then?.named ?? []).filter((unit) => !excellent.has(unit)))
  const certain = now.named.filter((unit) => !passedOver.has(unit))
  const { cohort, tied } = now
  if (tied.length === 0) return { cohort, named: certain, left: false, asks: false }
  const same = then !== undefined && then.seats === now.seats && sameUnits(then.tied, tied)
  const chosen = same ? tied.filter((unit) => excellent.has(unit)) : []
  return { cohort, named: [...certain, ...chosen], left: same && chosen.length === 0, asks: !same }
}

const sameUnits = (one: readonly UnitId[], other: readonly UnitId[]): boolean =>
  one.length === other.length && one.every((unit) => other.includes(unit))

/** Who stands elsewhere, in the order of the new results. */
export function movedBetween(before: readonly UnitResult[], after: readonly UnitResult[]): Moved[] {
  const known = new Map(before.map((one) => [one.unit, one]))
  return after.flatMap((to): Moved[] => {
    const from = known.get(to.unit)
    if (!from || samePlacing(from, to)) return []
    const lost = from.grade === 'excellent' && to.grade !== 'excellent' && to.final >= from.final
    const { unit, name, cohort } = to
    return [
      {
        unit,
        name,
        cohort,
        from: placing(from),
        to: placing(to),
        displacedBy: lost ? displacersOf(from, to, known, after) : [],
      },
    ]
  })
}

/** Who overtook it, the barred too where they leave their place empty; without any, who was chosen in its stead. */
function displacersOf(
  from: UnitResult,
  to: UnitResult,
  known: ReadonlyMap<UnitId, UnitResult>,
  after: readonly UnitResult[],
): string[] {
  const others = after.filter((one) => one.cohort === to.cohort && one.unit !== to.unit)
  const overtook = others.filter(
    (one) => one.final > to.final && (known.get(one.unit)?.final ?? 0) <= from.final,
  )
  const chosen = others.filter(
    (one) => one.grade === 'excellent' && known.get(one.unit)?.grade !== 'excellent',
  )
  return (overtook.length > 0 ? overtook : chosen).map((one) => one.name)
}

const placing = ({ final, grade, rank }: UnitResult): Placing => ({ final, grade, rank })

const samePlacing = (one: Placing, other: Placing): boolean =>
  one.final === other.final && one.grade === other.grade && one.rank === other.rank
