/** The gate to publication (rulebook 6): everything that is missing, all at once. There is no way around it. */
import type { UnitId } from '../../kernel/ids.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import type { Coefficients } from '../../policy/rules/year.ts'
import type { Cohort } from './scored.ts'

export type Missing =
  | { readonly what: 'policy' }
  | { readonly what: 'coefficient'; readonly unit: string }
  | { readonly what: 'score'; readonly unit: string }
  | {
      readonly what: 'gate'
      readonly area: string
      readonly leadUnit: string
      readonly units: readonly string[]
    }
  | { readonly what: 'appeal'; readonly unit: string }
  | { readonly what: 'quota' }

/** Every unit that takes part, with what is known of it. */
export interface UnitStanding {
  readonly unit: UnitId
  readonly name: string
  readonly cohort: Cohort
  /** Final score in hundredths; null until decided. */
  readonly final: number | null
  readonly appealed: boolean
  /** The lead units' words by gate area; absent where nothing was said, which is not a pass. */
  readonly gates: { readonly [area: string]: 'pass' | 'fail' }
}

export interface PublicationFacts {
  readonly policy: Pick<Policy, 'gateAreas'>
  readonly policyConfirmed: boolean
  readonly coefficients: { readonly [unit: string]: Coefficients }
  readonly units: readonly UnitStanding[]
  readonly quotaDecided: boolean
}

/** Units and areas by their names, for people to read. */
export function whatIsMissing(facts: PublicationFacts): Missing[] {
  const { units, coefficients } = facts
  return [
    ...(facts.policyConfirmed ? [] : [{ what: 'policy' as const }]),
    ...units
      .filter((one) => one.cohort === 'graded' && coefficients[one.unit] === undefined)
      .map(({ name }) => ({ what: 'coefficient' as const, unit: name })),
    ...units.filter((one) => one.final === null).map(({ name }) => ({ what: 'score' as const, unit: name })),
    ...missingGates(facts),
    ...units.filter((one) => one.appealed).map(({ name }) => ({ what: 'appeal' as const, unit: name })),
    ...(facts.quotaDecided ? [] : [{ what: 'quota' as const }]),
  ]
}

function missingGates({ policy, units }: PublicationFacts): Missing[] {
  return policy.gateAreas.flatMap((area) => {
    const silent = units.filter((one) => one.gates[area.key] === undefined).map((one) => one.name)
    return silent.length === 0
      ? []
      : [{ what: 'gate' as const, area: area.name, leadUnit: area.leadUnit, units: silent }]
  })
}
