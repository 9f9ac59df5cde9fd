/** Groups of Articles 5, 20 and 22. */
import { sql } from 'kysely'
import type { GroupId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { GroupTable, UnitTable } from '../../store/schema/organization.ts'

const activeTeams = prepared(
  () =>
    sql<GroupTable>`SELECT id, name, kind FROM team WHERE active = 1 ORDER BY kind = 'assessment', kind = 'inspection', name, id`,
)

/** Groups that are at work: working groups, then inspection teams, then assessment groups. */
export async function listTeams(db: Database): Promise<GroupTable[]> {
  return db.all(activeTeams({}))
}

const teamById = prepared(
  (_, p: { id: string }) => sql<GroupTable & { readonly active: 0 | 1 }>`
  SELECT id, name, kind, active FROM team WHERE id = ${p.id}`,
)

/** One group, be it that it has ended. */
export async function findTeam(db: Database, id: GroupId) {
  return first(db, teamById({ id }))
}

export interface TeamUnit extends Pick<UnitTable, 'id' | 'name' | 'kind'> {
  readonly team: string
}

const unitsInTeams = prepared(
  () => sql<TeamUnit>`
  SELECT unit.id, unit.name, unit.kind, team_unit.group_id AS team
  FROM team_unit JOIN team ON team.id = team_unit.group_id AND team.active = 1
  JOIN unit ON unit.id = team_unit.unit AND unit.active = 1 ORDER BY unit.id`,
)

/** Every unit that a group is in charge of, with the group. */
export async function listTeamUnits(db: Database): Promise<TeamUnit[]> {
  return db.all(unitsInTeams({}))
}

const ownUnits = prepared(
  (_, p: { team: string; person: string; today: string }) => sql<{ readonly name: string }>`
  SELECT unit.name FROM team_unit JOIN unit ON unit.id = team_unit.unit
  WHERE team_unit.group_id = ${p.team} AND (unit.id = (SELECT unit FROM person WHERE id = ${p.person})
    OR EXISTS (SELECT 1 FROM role_held WHERE person = ${p.person} AND role IN ('head', 'contact') AND scope = unit.id
      AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})))
  ORDER BY unit.id`,
)

/** Names of the group's units that are the person's own: the person is barred from them (Article 22). */
export async function listOwnUnitsIn(
  db: Database,
  team: GroupId,
  person: string,
  today: LocalDate,
): Promise<string[]> {
  return (await db.all(ownUnits({ team, person, today }))).map(({ name }) => name)
}

export interface TeamWork {
  readonly kind: 'inspection' | 'deliberation'
  readonly name: string
}

const runningWork = prepared(
  (_, p: { team: string }) => sql<TeamWork>`
  SELECT 'inspection' AS kind, inspection.purpose AS name FROM inspection JOIN year ON year.year = inspection.year AND year.current = 1
    WHERE inspection.body = ${p.team} AND inspection.status IN ('planned', 'stated', 'drawn')
  UNION ALL
  SELECT 'deliberation' AS kind, unit.name FROM score JOIN year ON year.year = score.year AND year.current = 1
    JOIN unit ON unit.id = score.unit JOIN team_unit ON team_unit.unit = score.unit AND team_unit.group_id = ${p.team}
    JOIN team ON team.id = team_unit.group_id AND team.kind <> 'inspection'
    WHERE score.status <> 'decided'
  LIMIT 200`,
)

/** Inspections that are not done, and assessments that are not decided. */
export async function listTeamWork(db: Database, team: GroupId): Promise<TeamWork[]> {
  return db.all(runningWork({ team }))
}
