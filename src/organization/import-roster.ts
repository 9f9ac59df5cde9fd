/** The way of a roster that is data: the demonstration at its first start, and tests. Checked and applied as one from the chat. */
import type { Meta, Outcome } from '../kernel/command.ts'
import { execute } from '../kernel/execute.ts'
import type { Database } from '../store/database.ts'
import { applyRosterCommand } from './commands/apply-roster.ts'
import { keep, readRowsCommand } from './commands/read-roster.ts'
import type { OrganizationDeps } from './deps.ts'
import { examineRoster } from './examine.ts'
import type { RosterFault } from './roster/check/fault.ts'
import type { RosterSheets } from './roster/sheets.ts'

type Imported = { readonly faults: readonly RosterFault[] } | { readonly outcome: Outcome }

/** Reads, checks and applies the rows with the operator's right. A cause seen before changes nothing. */
export async function importRoster(
  db: Database,
  deps: OrganizationDeps,
  input: { readonly name: string; readonly sheets: RosterSheets },
  meta: Meta,
): Promise<Imported> {
  const rows = await keep(db, deps, input.sheets, meta)
  await execute(
    db,
    readRowsCommand,
    { name: input.name, rows },
    { ...meta, causes: [`${meta.causes[0]}:read`] },
  )
  const examined = await examineRoster(db, deps.blobs, rows, meta.today)
  if ('faults' in examined) return examined
  const seen = examined.present.school.version
  const apply = applyRosterCommand(deps, 'operator')
  return { outcome: await execute(db, apply, { roster: rows, seen }, meta) }
}
