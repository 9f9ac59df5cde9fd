/** What follows the goals of a unit where a reform brings them: what was found of them, and the help that is asked for. */
import { sql } from 'kysely'
import type { UnitId, Year } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { SubjectTable } from '../../store/schema/kernel.ts'

const findings = prepared(
  (_, p: { year: number; units: string }) => sql<SubjectTable>`
  SELECT subject.* FROM finding JOIN subject ON subject.id = finding.id
  WHERE finding.year = ${p.year} AND finding.unit IN (SELECT value FROM json_each(${p.units})) AND finding.status <> 'withdrawn'
  ORDER BY finding.number`,
)

const openHelp = prepared(
  (_, p: { year: number; units: string }) => sql<SubjectTable>`
  SELECT subject.* FROM help_request JOIN subject ON subject.id = help_request.id
  WHERE help_request.year = ${p.year} AND help_request.unit IN (SELECT value FROM json_each(${p.units}))
    AND help_request.status = 'open' ORDER BY help_request.id`,
)

export interface Followers {
  readonly findings: readonly SubjectTable[]
  readonly help: readonly SubjectTable[]
}

/** Of these units in the year. */
export async function loadFollowers(db: Database, year: Year, units: readonly UnitId[]): Promise<Followers> {
  if (units.length === 0) return { findings: [], help: [] }
  const asked = { year, units: JSON.stringify(units) }
  const [found, help] = await Promise.all([db.all(findings(asked)), db.all(openHelp(asked))])
  return { findings: found, help }
}
