import type { LocalDate } from '../../kernel/time.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import { REGULATION_DEFAULTS } from '../../policy/rules/policy.ts'
import type { Database } from '../../store/database.ts'
import { loadHealth } from './queries.ts'
import { examineHealth } from './rules/examine.ts'
import type { Finding } from './rules/finding.ts'

/** Before the first year the gate areas are the regulation's (Article 27). */
export async function loadFindings(db: Database, today: LocalDate): Promise<Finding[]> {
  const areas = (await findCurrentYear(db))?.policy.gateAreas ?? REGULATION_DEFAULTS.gateAreas
  return examineHealth(await loadHealth(db, areas, today))
}
