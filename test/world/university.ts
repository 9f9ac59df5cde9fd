import type { Meta } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import { type Clock, localDateOf } from '../../src/kernel/time.ts'
import { importRoster } from '../../src/organization/import-roster.ts'
import type { RosterSheets } from '../../src/organization/roster/sheets.ts'
import { openYearCommand } from '../../src/policy/commands.ts'
import type { SandboxPerson } from '../../src/sandbox/model.ts'
import { demoRoster } from '../../src/sandbox/university.ts'
import type { Blobs } from '../../src/store/blobs.ts'
import type { Database } from '../../src/store/database.ts'

export interface University {
  /** Every account of the campus. */
  readonly people: readonly SandboxPerson[]
  readonly roster: RosterSheets
}

/** A university, the demonstration's without, imported as the first start does, and the year, opened by its office; no year with `null`. Done once for a database. */
export async function loadUniversity(
  db: Database,
  blobs: Blobs,
  clock: Clock,
  year: number | null,
  sheets: RosterSheets = demoRoster(),
): Promise<void> {
  const meta = (by: string, cause: string): Meta => {
    const at = clock()
    return { by, inNameOf: by, causes: [cause], at, today: localDateOf(at) }
  }
  const deps = { blobs, lookUp: async () => [] }
  const roster = { name: '演示大学', sheets }
  const imported = await importRoster(db, deps, roster, meta('system', 'start:university'))
  if ('faults' in imported || !imported.outcome.ok)
    throw new Error(`no university: ${JSON.stringify(imported)}`)
  if (year === null) return
  const opened = await execute(db, openYearCommand, { year }, meta('OF1', `start:year:${year}`))
  if (!opened.ok) throw new Error(`no year: ${opened.refusal.code}`)
}
