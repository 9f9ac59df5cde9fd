/** The leading group names the excellent (Article 25): among those inside the places, fewer if it likes, never others. */
import { never } from '../../kernel/decision.ts'
import type { UnitId } from '../../kernel/ids.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import type { CohortProposal, Proposal } from './excellence.ts'
import { bandOf } from './grades.ts'
import { type Cohort, ranksOf, type ScoredUnit } from './scored.ts'

export interface Naming {
  readonly named: readonly UnitId[]
  /** Cohorts whose tie at the last place is left without an excellent unit, on purpose. */
  readonly left: readonly Cohort[]
}

/** Why a unit cannot be named. `final` in hundredths. */
export type Ineligible =
  | { readonly unit: string; readonly why: 'unknown' }
  | { readonly unit: string; readonly why: 'barred'; readonly areas: readonly string[] }
  | { readonly unit: string; readonly why: 'below'; readonly final: number }
  | { readonly unit: string; readonly why: 'outranked'; readonly rank: number; readonly places: number }

export type NamingFault =
  | { readonly code: 'ineligible-units'; readonly units: readonly Ineligible[] }
  | {
      readonly code: 'exceeded-places'
      readonly cohorts: readonly {
        readonly cohort: Cohort
        readonly places: number
        readonly named: number
      }[]
    }
  | { readonly code: 'unresolved-ties'; readonly cohorts: readonly Cohort[] }

/** What is wrong with a naming; undefined where it can stand. Every unit that is wrong is listed, with its reason. */
export function faultOfNaming(
  naming: Naming,
  proposal: Proposal,
  units: readonly ScoredUnit[],
  policy: Policy,
): NamingFault | undefined {
  const ineligible = naming.named.flatMap((unit) => whyNot(unit, proposal, units, policy) ?? [])
  if (ineligible.length > 0) return { code: 'ineligible-units', units: ineligible }
  const counted = proposal.cohorts.map((one) => countNamed(one, naming.named))
  const exceeded = counted.filter((one) => one.chosen > one.seats)
  if (exceeded.length > 0) {
    return {
      code: 'exceeded-places',
      cohorts: exceeded.map(({ cohort, places, total }) => ({ cohort, places, named: total })),
    }
  }
  const unresolved = counted.filter(
    (one) => one.tied > 0 && one.chosen === 0 && !naming.left.includes(one.cohort),
  )
  if (unresolved.length > 0) return { code: 'unresolved-ties', cohorts: unresolved.map((one) => one.cohort) }
  return undefined
}

function countNamed(one: CohortProposal, named: readonly UnitId[]) {
  const chosen = one.tied.filter((unit) => named.includes(unit)).length
  const total = one.named.filter((unit) => named.includes(unit)).length + chosen
  return { cohort: one.cohort, places: one.places, seats: one.seats, tied: one.tied.length, chosen, total }
}

function whyNot(
  id: UnitId,
  proposal: Proposal,
  units: readonly ScoredUnit[],
  policy: Policy,
): Ineligible | undefined {
  const unit = units.find((one) => one.unit === id)
  const cohort = proposal.cohorts.find((one) => one.cohort === unit?.cohort)
  if (!unit || !cohort) return { unit: id, why: 'unknown' }
  const band = bandOf(unit.final, policy)
  switch (band) {
    case 'qualified':
    case 'unqualified':
      return { unit: unit.name, why: 'below', final: unit.final }
    case 'may-be-excellent':
      break
    default:
      return never(band)
  }
  if (unit.failed.length > 0) return { unit: unit.name, why: 'barred', areas: areaNames(unit.failed, policy) }
  if (cohort.named.includes(id) || cohort.tied.includes(id)) return undefined
  return { unit: unit.name, why: 'outranked', rank: ranksOf(units).get(id) ?? 0, places: cohort.places }
}

/** The names of gate areas by their keys. */
export function areaNames(keys: readonly string[], policy: Pick<Policy, 'gateAreas'>): string[] {
  return keys.map((key) => policy.gateAreas.find((area) => area.key === key)?.name ?? key)
}
