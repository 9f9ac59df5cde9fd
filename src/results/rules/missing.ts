/** The gate to publication (rulebook 6): everything that is missing, all at once. There is no way around it. */
import type { UnitId } from '../../kernel/ids.ts'
import type { Coefficients } from '../../policy/rules/coefficients.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import type { Cohort } from './scored.ts'

interface OfUnit {
  readonly unit: UnitId
  readonly name: string
}

/** How far an assessment is that has no final score; `decided` where only the coefficients lack. */
export type ScoreStage = 'unbegun' | 'sheets' | 'deliberation' | 'decided'

export type Missing =
  | { readonly what: 'policy' }
  | (OfUnit & { readonly what: 'coefficient' })
  | (OfUnit & { readonly what: 'score'; readonly stage: ScoreStage })
  | {
      readonly what: 'gate'
      readonly area: { readonly key: string; readonly name: string }
      readonly leadUnit: string
      /** Names of those without an answer. */
      readonly units: readonly string[]
    }
  /** `number`: the unit's open appeal. */
  | (OfUnit & { readonly what: 'appeal'; readonly number: number | null })
  | { readonly what: 'quota' }

/** Every unit that takes part, with what is known of it. */
export interface UnitStanding {
  readonly unit: UnitId
  readonly name: string
  readonly cohort: Cohort
  /** Final score in hundredths; null until decided. */
  readonly final: number | null
  readonly stage: ScoreStage
  readonly appealed: boolean
  /** The number of its open appeal; null where none is known. */
  readonly appeal: number | null
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

export function whatIsMissing(facts: PublicationFacts): Missing[] {
  const { units, coefficients } = facts
  return [
    ...(facts.policyConfirmed ? [] : [{ what: 'policy' as const }]),
    ...units
      .filter((one) => one.cohort === 'graded' && coefficients[one.unit] === undefined)
      .map(({ unit, name }) => ({ what: 'coefficient' as const, unit, name })),
    ...units
      .filter((one) => one.final === null)
      .map(({ unit, name, stage }) => ({ what: 'score' as const, unit, name, stage })),
    ...missingGates(facts),
    ...units
      .filter((one) => one.appealed)
      .map(({ unit, name, appeal }) => ({ what: 'appeal' as const, unit, name, number: appeal })),
    ...(facts.quotaDecided ? [] : [{ what: 'quota' as const }]),
  ]
}

/** What still holds up results that are ratified: scores and appeals of their units; policy and gates are closed by then. */
export function missingAfter(missing: readonly Missing[], units: ReadonlySet<UnitId>): Missing[] {
  return missing.filter((one) => (one.what === 'score' || one.what === 'appeal') && units.has(one.unit))
}

function missingGates({ policy, units }: PublicationFacts): Missing[] {
  return policy.gateAreas.flatMap(({ key, name, leadUnit }) => {
    const silent = units.filter((one) => one.gates[key] === undefined).map((one) => one.name)
    return silent.length === 0
      ? []
      : [{ what: 'gate' as const, area: { key, name }, leadUnit, units: silent }]
  })
}
