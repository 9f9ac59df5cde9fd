import { sql } from 'kysely'
import type { GoalId, PersonId, UnitId, Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { TaskTable } from '../../store/schema/execution.ts'
import type { PersonTable } from '../../store/schema/organization.ts'

export interface OwnTask extends TaskTable {
  readonly goalNumber: number
  readonly goalTitle: string
  readonly unitName: string
}

const ofOwner = prepared(
  (_, p: { owner: string; year: number }) => sql<OwnTask>`
  SELECT task.*, goal.number AS goalNumber, goal.title AS goalTitle, unit.name AS unitName
  FROM task JOIN goal ON goal.id = task.goal JOIN unit ON unit.id = task.unit
  WHERE task.owner = ${p.owner} AND task.status = 'open' AND task.year = ${p.year} AND goal.status = 'in-force'
  ORDER BY task.percent = 100, task.due_on, task.id LIMIT 200`,
)

/** The tasks that the person owns, those still to do first, by due date. */
export async function listOwnTasks(db: Database, owner: PersonId, year: Year): Promise<OwnTask[]> {
  return db.all(ofOwner({ owner, year }))
}

const toHandOver = prepared(
  (_, p: { owner: string }) => sql<OwnTask>`
  SELECT task.*, goal.number AS goalNumber, goal.title AS goalTitle, unit.name AS unitName
  FROM task JOIN goal ON goal.id = task.goal AND goal.status = 'in-force' JOIN unit ON unit.id = task.unit
  JOIN year ON year.year = task.year AND year.current = 1 AND year.phase IN ('execution', 'assessment')
  WHERE task.owner = ${p.owner} AND task.status = 'open' AND task.percent < 100
  ORDER BY task.due_on, task.id`,
)

/** What somebody who leaves has still to do this year, all of it. */
export async function listTasksToHandOver(db: Database, owner: PersonId): Promise<OwnTask[]> {
  return db.all(toHandOver({ owner }))
}

const anyOf = prepared(
  (_, p: { owner: string }) =>
    sql<{ id: string }>`SELECT id FROM task WHERE owner = ${p.owner} AND status = 'open' LIMIT 1`,
)

export async function ownsTask(db: Database, owner: PersonId): Promise<boolean> {
  return (await first(db, anyOf({ owner }))) !== undefined
}

/** Who may own a task of the unit. */
export type Colleague = Pick<PersonTable, 'id' | 'name' | 'title'>

const colleagues = prepared(
  (_, p: { unit: string; called: string; today: string }) => sql<Colleague>`
  SELECT id, name, title FROM person
  WHERE ended_on IS NULL AND (name IN (SELECT value FROM json_each(${p.called})) OR id IN (SELECT value FROM json_each(${p.called})))
    AND (unit = ${p.unit} OR EXISTS (SELECT 1 FROM role_held WHERE role_held.person = person.id AND role IN ('contact', 'head')
      AND scope = ${p.unit} AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})))
  ORDER BY id LIMIT 200`,
)

/** People of the unit who have one of these names or numbers. */
export async function listColleagues(
  db: Database,
  unit: UnitId,
  called: readonly string[],
  today: LocalDate,
): Promise<Colleague[]> {
  return db.all(colleagues({ unit, called: JSON.stringify(called), today }))
}

const counts = prepared(
  (_, p: { goals: string }) => sql<{ goal: GoalId; count: number }>`
  SELECT goal, count(*) AS count FROM task
  WHERE status = 'open' AND goal IN (SELECT value FROM json_each(${p.goals})) GROUP BY goal`,
)

/** How many tasks each goal has; goals without any are left out. */
export async function countTasks(
  db: Database,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, number>> {
  const rows = await db.all(counts({ goals: JSON.stringify(goals) }))
  return new Map(rows.map(({ goal, count }) => [goal, count]))
}
