/** The year's goals by work item (Article 11), for those who keep the standards. */
import { sql } from 'kysely'
import type { PersonId, SubjectId, Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'

export interface UsedWorkItem {
  readonly item: string
  /** The unit's name. */
  readonly unit: string
  readonly ratified: boolean
}

const used = prepared(
  (_, p: { year: number; items: string }) => sql<{ item: string; unit: string; ratified: 0 | 1 }>`
  SELECT goal.work_item AS item, coalesce(unit.name, goal.unit) AS unit,
    max(goal.status IN ('ratified', 'in-force')) AS ratified
  FROM goal LEFT JOIN unit ON unit.id = goal.unit
  WHERE goal.year = ${p.year} AND goal.work_item IN (SELECT value FROM json_each(${p.items})) AND goal.status <> 'cancelled'
    AND (goal.status IN ('ratified', 'in-force') OR unit.active IS NOT 0)
  GROUP BY goal.work_item, goal.unit ORDER BY goal.work_item, goal.unit`,
)

/** The units that have goals of these work items, a row for each unit and item; of units that take part no more only what is ratified. */
export async function listUsedWorkItems(
  db: Database,
  year: Year,
  items: readonly string[],
): Promise<UsedWorkItem[]> {
  const rows = await db.all(used({ year, items: JSON.stringify(items) }))
  return rows.map((row) => ({ ...row, ratified: row.ratified === 1 }))
}

const usingPlans = prepared(
  (_, p: { year: number; items: string }) => sql<{ plan: SubjectId }>`
  SELECT DISTINCT plan FROM goal
  WHERE year = ${p.year} AND work_item IN (SELECT value FROM json_each(${p.items})) ORDER BY plan`,
)

/** The plans with a goal of these work items. */
export async function listPlansUsing(
  db: Database,
  year: Year,
  items: readonly string[],
): Promise<SubjectId[]> {
  return (await db.all(usingPlans({ year, items: JSON.stringify(items) }))).map((row) => row.plan)
}

/** Someone whom a change of a work item's standard concerns, and because of which unit. */
export interface Concerned {
  readonly person: PersonId
  readonly item: string
  /** The unit's name. */
  readonly unit: string
  /** unit: its contact or head. group: convenes the group that drafted. leader: its goals are under review. */
  readonly part: 'unit' | 'group' | 'leader'
}

const concerned = prepared(
  (_, p: { year: number; items: string; today: string }) => sql<Concerned>`
  WITH used AS (
    SELECT work_item AS item, unit, max(drafter = 'group') AS grouped, max(status IN ('sent', 'passed')) AS reviewed
    FROM goal WHERE year = ${p.year} AND work_item IN (SELECT value FROM json_each(${p.items})) AND status <> 'cancelled'
    GROUP BY work_item, unit
  ), held AS (
    SELECT person, role, scope FROM role_held
    WHERE role IN ('contact', 'head', 'working-convenor')
      AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
  ), who AS (
    SELECT held.person, used.item, used.unit, 'unit' AS part
    FROM used JOIN held ON held.role IN ('contact', 'head') AND held.scope = used.unit
    UNION
    SELECT held.person, used.item, used.unit, 'group'
    FROM used JOIN team_unit ON team_unit.unit = used.unit
      JOIN team ON team.id = team_unit.group_id AND team.kind = 'working' AND team.active = 1
      JOIN held ON held.role = 'working-convenor' AND held.scope = team.id
    WHERE used.grouped
    UNION
    SELECT unit.leader, used.item, used.unit, 'leader'
    FROM used JOIN unit ON unit.id = used.unit WHERE used.reviewed AND unit.leader IS NOT NULL
  )
  SELECT who.person, who.item, unit.name AS unit, who.part FROM who JOIN unit ON unit.id = who.unit AND unit.active = 1
  ORDER BY who.person, who.item, who.unit`,
)

/** Whom a change of these standards concerns: drafters, contacts and heads of units with a goal of them, leaders who review one. */
export async function listConcerned(
  db: Database,
  year: Year,
  items: readonly string[],
  today: LocalDate,
): Promise<Concerned[]> {
  return db.all(concerned({ year, items: JSON.stringify(items), today }))
}
