import { findCurrentYear } from '../policy/queries.ts'
import { type EvidenceKind, EXECUTION_DEFAULTS } from '../policy/rules/execution-policy.ts'
import type { Database } from '../store/database.ts'

/** What may be sent as evidence, by the policy of the year that is being managed. */
export async function evidenceKinds(db: Database): Promise<readonly EvidenceKind[]> {
  const year = await findCurrentYear(db)
  return (year?.policy.execution ?? EXECUTION_DEFAULTS).evidenceKinds
}

/** Largest evidence file by the policy of the year that is being managed, in bytes. */
export async function evidenceLimit(db: Database): Promise<number> {
  const year = await findCurrentYear(db)
  return (year?.policy.execution ?? EXECUTION_DEFAULTS).evidenceBytes
}
