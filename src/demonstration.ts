/** The demonstration university, loaded at the sandbox's first start through the same doors as a real one. */
import type { Meta } from './kernel/command.ts'
import { execute } from './kernel/execute.ts'
import { type Clock, localDateOf } from './kernel/time.ts'
import type { OrganizationDeps } from './organization/deps.ts'
import { importRoster } from './organization/import-roster.ts'
import { listUnits } from './organization/queries.ts'
import { openYearCommand } from './policy/commands.ts'
import { demoRoster } from './sandbox/university.ts'
import type { Database } from './store/database.ts'

/** The first member of the office in the demonstration roster. */
const OFFICE = 'OF1'

/** Imports the demonstration roster and opens the year, once; a database that has units is left as it is. */
export async function loadDemonstration(db: Database, deps: OrganizationDeps, clock: Clock): Promise<void> {
  if ((await listUnits(db)).length > 0) return
  const at = clock()
  const today = localDateOf(at)
  const meta = (cause: string): Meta => ({
    by: OFFICE,
    inNameOf: OFFICE,
    causes: [`demonstration:${cause}`],
    at,
    today,
  })
  const imported = await importRoster(
    db,
    deps,
    { name: '示范大学名册', sheets: demoRoster() },
    meta('roster'),
  )
  if ('faults' in imported)
    throw new Error(`the demonstration roster is wrong: ${JSON.stringify(imported.faults)}`)
  await execute(db, openYearCommand, { year: Number(today.slice(0, 4)) }, meta('year'))
}
