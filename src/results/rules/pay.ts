/** Performance pay by grade (Article 26): more for excellent and qualified, less for unqualified. */
import type { PayPolicy } from '../../policy/rules/policy.ts'
import type { Grade } from '../../store/schema/results.ts'

/** By how much the pay of a grade is raised, in hundredths of a percent, negative where it is cut; null while the notice says nothing. */
export function payRatioOf(grade: Grade, pay: PayPolicy): number | null {
  switch (grade) {
    case 'excellent':
      return pay.excellentUp
    case 'qualified':
      return pay.qualifiedUp
    case 'unqualified':
      return pay.unqualifiedDown === null ? null : 0 - pay.unqualifiedDown
  }
}

/** base × (1 ± ratio) in hundredths of a yuan, half up; null where base or ratio is not known. */
export function payOf(grade: Grade, pay: PayPolicy): number | null {
  const ratio = payRatioOf(grade, pay)
  if (ratio === null || pay.base === null) return null
  return Math.floor((pay.base * (10_000 + ratio) * 2 + 10_000) / 20_000)
}
