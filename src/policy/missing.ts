/** What the year's policy still lacks, for the office. */
import type { LocalDate } from '../kernel/time.ts'
import { listGateReporters } from '../results/queries.ts'
import type { Database } from '../store/database.ts'
import { listCoefficientRows } from './coefficients/list.ts'
import type { OpenYear } from './queries.ts'
import { type PolicyLack, whatPolicyLacks } from './rules/lacks.ts'

export async function listLacks(db: Database, open: OpenYear, today: LocalDate): Promise<PolicyLack[]> {
  const [units, reporters] = await Promise.all([listCoefficientRows(db, open), listGateReporters(db, today)])
  return whatPolicyLacks(open, {
    units: units.map(({ id }) => id),
    reported: new Set(reporters.map(({ area }) => area)),
  })
}
