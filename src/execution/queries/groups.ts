import { sql } from 'kysely'
import type { GroupId, UnitId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { GroupKind } from '../../store/schema/organization.ts'

/** The group of each kind that is in charge of a unit. */
export type UnitGroups = { readonly [kind in GroupKind]: GroupId | null }

export const NO_GROUPS: UnitGroups = { working: null, inspection: null, assessment: null }

const groups = prepared(
  (_, p: { unit: string }) => sql<UnitGroups & { unit: UnitId }>`
  SELECT team_unit.unit, min(CASE team.kind WHEN 'working' THEN team.id END) AS working,
    min(CASE team.kind WHEN 'inspection' THEN team.id END) AS inspection,
    min(CASE team.kind WHEN 'assessment' THEN team.id END) AS assessment
  FROM team_unit JOIN team ON team.id = team_unit.group_id
  WHERE ${p.unit} IN ('', team_unit.unit) GROUP BY team_unit.unit`,
)

/** The groups of every unit that has any, or of one. */
export async function groupsOfUnits(
  db: Database,
  unit: UnitId = '',
): Promise<ReadonlyMap<UnitId, UnitGroups>> {
  const rows = await db.all(groups({ unit }))
  return new Map(rows.map((row) => [row.unit, row]))
}
