import type { Year } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import { findYear } from '../policy/queries.ts'
import { REGULATION_DEFAULTS } from '../policy/rules/policy.ts'
import type { Database } from '../store/database.ts'
import { listMembers } from './leading-group.ts'
import type { ResultsFacts } from './rules/decide.ts'
import { findStanding } from './standing.ts'

/** All that a decision on the year's results rests on. */
export async function findResultsFacts(db: Database, year: Year, today: LocalDate): Promise<ResultsFacts> {
  const [open, group] = await Promise.all([findYear(db, year), listMembers(db, today)])
  const members = group.map((person) => person.id)
  if (!open) return { year, phase: 'setting', policy: REGULATION_DEFAULTS, missing: [], units: [], members }
  const { missing, scored } = await findStanding(db, open)
  return { year, phase: open.phase, policy: open.policy, missing, units: scored, members }
}
