/** What a year's policy still lacks. Only the confirmation and the coefficients hold up the results. */
import type { UnitId } from '../../kernel/ids.ts'
import { PLANNED_PHASES, type PlannedPhase } from './calendar.ts'
import type { PayPolicy } from './policy.ts'
import type { OpenYearState } from './year.ts'

export type PolicyLack =
  | { readonly what: 'confirmation' }
  /** Graded units without coefficients; `suggested`: how many of them have last year's. */
  | { readonly what: 'coefficients'; readonly units: number; readonly suggested: number }
  | { readonly what: 'pay'; readonly parts: readonly (keyof PayPolicy)[] }
  /** Nobody reports on the area. */
  | { readonly what: 'reporter'; readonly area: string; readonly leadUnit: string }
  | { readonly what: 'dates'; readonly phases: readonly PlannedPhase[] }

interface LackFacts {
  /** Those of the graded units that take part. */
  readonly units: readonly UnitId[]
  /** Keys of the gate areas that somebody reports on today. */
  readonly reported: ReadonlySet<string>
}

/** A base of pay may be left to the list. */
const RATIOS: readonly (keyof PayPolicy)[] = ['excellentUp', 'qualifiedUp', 'unqualifiedDown']

export function whatPolicyLacks(open: OpenYearState, { units, reported }: LackFacts): PolicyLack[] {
  const { policy, coefficients, suggested = {}, calendar } = open
  const without = units.filter((unit) => coefficients[unit] === undefined)
  const parts = RATIOS.filter((part) => policy.pay[part] === null)
  const phases = PLANNED_PHASES.filter((phase) => !calendar?.dates[phase].from || !calendar.dates[phase].to)
  return [
    ...(open.notice === null ? [{ what: 'confirmation' } as const] : []),
    ...(without.length > 0
      ? [
          {
            what: 'coefficients',
            units: without.length,
            suggested: without.filter((unit) => suggested[unit]).length,
          } as const,
        ]
      : []),
    ...(parts.length > 0 ? [{ what: 'pay', parts } as const] : []),
    ...policy.gateAreas
      .filter((area) => !reported.has(area.key))
      .map(({ name, leadUnit }) => ({ what: 'reporter', area: name, leadUnit }) as const),
    ...(phases.length > 0 ? [{ what: 'dates', phases } as const] : []),
  ]
}
