/** Who took over from whom, and who is to be told. */
import { sql } from 'kysely'
import type { PersonId, UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { type Database, first } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'

export interface ReplacementRow {
  readonly number: number
  readonly leaver: PersonId
  readonly successor: PersonId
  readonly leaves: 0 | 1
  /** JSON of what moved, as said. */
  readonly moved: string
  readonly kept: string
  readonly by_name: string
  readonly at: `${string}T${string}Z`
}

const replacementBy = prepared(
  (_, p: { number: number }) => sql<ReplacementRow>`SELECT * FROM replacement WHERE number = ${p.number}`,
)

export async function findReplacement(db: Database, number: number): Promise<ReplacementRow | undefined> {
  return first(db, replacementBy({ number }))
}

const unitHeads = prepared(
  (_, p: { units: string; teams: string; today: string }) => sql<{ readonly person: PersonId }>`
  SELECT DISTINCT person FROM role_held
  WHERE ((role = 'head' AND scope IN (SELECT value FROM json_each(${p.units})))
    OR (role IN ('working-convenor', 'inspection-convenor', 'assessment-convenor') AND scope IN (SELECT value FROM json_each(${p.teams}))))
    AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})`,
)

/** The heads of units and the convenors of groups, each once. */
export async function listHeadsOf(
  db: Database,
  units: readonly UnitId[],
  teams: readonly string[],
  today: LocalDate,
): Promise<PersonId[]> {
  const rows = await db.all(unitHeads({ units: JSON.stringify(units), teams: JSON.stringify(teams), today }))
  return rows.map(({ person }) => person)
}
