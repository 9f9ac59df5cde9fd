import { never } from '../../kernel/decision.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import type { Grade } from '../../store/schema/results.ts'

type Bands = Pick<Policy, 'bands' | 'excellentFrom' | 'qualifiedFrom'>

/** What a score allows (Article 25): excellence needs a place as well, the other two are the grade. */
export type Band = 'may-be-excellent' | 'qualified' | 'unqualified'

/** The band of a final score in hundredths. Half-open: 69.99 is unqualified, 70 qualified; 89.99 qualified, 90 may be excellent. */
export function bandOf(final: number, policy: Bands): Band {
  const compared = comparedScore(final, policy)
  if (compared >= policy.excellentFrom) return 'may-be-excellent'
  return compared >= policy.qualifiedFrom ? 'qualified' : 'unqualified'
}

/** The grade of a final score in hundredths; `named` by the leading group among the excellent. */
export function gradeOf(final: number, named: boolean, policy: Bands): Grade {
  const band = bandOf(final, policy)
  if (band !== 'may-be-excellent') return band
  return named ? 'excellent' : 'qualified'
}

/** ◇ `bands`: the score as it is, or first rounded half up to an integer (hundredths either way). */
export function comparedScore(final: number, { bands }: Bands): number {
  switch (bands) {
    case 'exact':
      return final
    case 'integer':
      return Math.floor((final + 50) / 100) * 100
    default:
      return never(bands)
  }
}
