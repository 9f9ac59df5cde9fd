/** Goals that the school assigned, and whom to tell of them. */
import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { GoalTable } from '../../store/schema/planning.ts'

const assignedBy = prepared(
  (_, p: { year: number; person: string }) => sql<GoalTable & { unit_name: string }>`
  SELECT goal.*, unit.name AS unit_name FROM goal JOIN unit ON unit.id = goal.unit
  WHERE goal.assigned_by = ${p.person} AND goal.year = ${p.year} ORDER BY goal.unit, goal.number`,
)

/** What a person assigned this year, by unit. */
export function listAssignedGoals(db: Database, year: Year, person: PersonId) {
  return db.all(assignedBy({ year, person }))
}

const unitPeople = prepared(
  (_, p: { units: string; today: string }) => sql<{
    unit: UnitId
    role: 'contact' | 'head'
    person: PersonId
  }>`
  SELECT scope AS unit, role, person FROM role_held
  WHERE role IN ('contact', 'head') AND scope IN (SELECT value FROM json_each(${p.units}))
    AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
  ORDER BY scope, role, person`,
)

/** The contacts and heads of many units in one statement. */
export function listUnitPeople(db: Database, units: readonly UnitId[], today: LocalDate) {
  return db.all(unitPeople({ units: JSON.stringify(units), today }))
}
