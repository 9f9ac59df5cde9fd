/** The year's policy as it stands, and every change of it with who and when (Articles 8, 24-27). */
import type { Instant } from '../../kernel/time.ts'
import { findYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { listJournal } from '../../store/journal.ts'
import type { ListingColumn } from '../../workbook/listing.ts'
import { tellAll } from '../page.ts'
import { partsOf } from '../rules/subject-parts.ts'
import { POLICY_LABELS } from '../sentences/policy.ts'
import { differences } from '../sentences/values.ts'

export interface PolicyRow {
  readonly version: number | null
  readonly at: Instant | null
  readonly who: string
  readonly text: string
  readonly what: string
  readonly from: string
  readonly to: string
}

export async function policyRows(db: Database, year: number): Promise<PolicyRow[]> {
  const open = await findYear(db, year)
  const parts = partsOf(`year:${year}`)
  if (!open || !parts) return []
  const now = differences({}, open.policy, POLICY_LABELS).map(
    ({ what, to }): PolicyRow => ({ version: null, at: null, who: '', text: '现行', what, from: '', to }),
  )
  const told = await tellAll(db, parts, await listJournal(db, `year:${year}`))
  return [...now, ...told.flatMap(changeRows)]
}

function changeRows({ entry, who, told }: Awaited<ReturnType<typeof tellAll>>[number]): PolicyRow[] {
  const row = { version: entry.version, at: entry.at, who, text: told?.text ?? '' }
  const changes = told?.changes ?? []
  return changes.length === 0
    ? [{ ...row, what: '', from: '', to: '' }]
    : changes.map(({ what, from, to }) => ({ ...row, what, from, to }))
}

export const POLICY_COLUMNS: readonly ListingColumn<PolicyRow>[] = [
  { header: '版本', width: 8, kind: 'whole', of: ({ version }) => version },
  { header: '时间', width: 18, kind: 'moment', of: ({ at }) => at },
  { header: '办理人', width: 20, kind: 'text', of: ({ who }) => who },
  { header: '事项', width: 40, kind: 'lines', of: ({ text }) => text },
  { header: '项目', width: 24, kind: 'text', of: ({ what }) => what },
  { header: '原为', width: 40, kind: 'lines', of: ({ from }) => from },
  { header: '现为', width: 40, kind: 'lines', of: ({ to }) => to },
]
