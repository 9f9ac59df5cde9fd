import type { Cohort, ScoredUnit } from '../../src/results/rules/scored.ts'

/** A scored unit; points as people write them: 89.5 is 8950 hundredths. */
export function scored(
  unit: string,
  points: number,
  more: { readonly cohort?: Cohort; readonly failed?: readonly string[] } = {},
): ScoredUnit {
  const { cohort = 'standard', failed = [] } = more
  return { unit, name: `单位${unit}`, cohort, final: Math.round(points * 100), failed }
}
