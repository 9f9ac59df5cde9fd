/** Tasks (Article 18): their owner is reminded, and a task that stays undone goes to those who answer for the unit. */
import { sql } from 'kysely'
import type { GoalId, PersonId, UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { isAnyIn, phaseFor } from '../../../policy/rules/reopening.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { Matter } from '../rules/matter.ts'
import { boundReach, type Reach, type Scene, unique } from '../scene.ts'

const COLUMNS = sql`task.goal, task.number, task.unit, unit.name AS unit_name, goal.number AS goal_number, task.title,
    task.due_on, task.percent, task.owner, coalesce(person.name, task.owner) AS owner_name`

const PLACES = sql`JOIN goal ON goal.id = task.goal AND goal.status = 'in-force'
    JOIN unit ON unit.id = task.unit AND unit.active = 1 LEFT JOIN person ON person.id = task.owner`

const UNDONE = sql`task.status = 'open' AND task.percent < 100`

interface TaskRow {
  readonly goal: GoalId
  readonly number: number
  readonly unit: UnitId
  readonly unit_name: string
  readonly goal_number: number
  readonly title: string
  readonly due_on: LocalDate
  readonly percent: number
  readonly owner: PersonId
  readonly owner_name: string
  /** 1 where the owner has left the roster. */
  readonly gone: 0 | 1
}

const undone = prepared(
  (_, p: { year: number; today: string }) => sql<TaskRow>`
  SELECT ${COLUMNS}, person.id IS NULL OR coalesce(person.ended_on, '9999') < ${p.today} AS gone
  FROM task ${PLACES} WHERE task.year = ${p.year} AND ${UNDONE} ORDER BY task.id`,
)

/** Two seeks: by owner, and by the goals of the units. */
const undoneOf = prepared(
  (_, p: { year: number; today: string; person: string; own: string }) => sql<TaskRow>`
  WITH near AS (
    SELECT id FROM task WHERE owner = ${p.person} AND status = 'open'
    UNION
    SELECT task.id FROM json_each(${p.own}) AS unit CROSS JOIN goal ON goal.year = ${p.year} AND goal.unit = unit.value
      CROSS JOIN task ON task.goal = goal.id
  )
  SELECT ${COLUMNS}, person.id IS NULL OR coalesce(person.ended_on, '9999') < ${p.today} AS gone
  FROM near CROSS JOIN task ON task.id = near.id ${PLACES} WHERE task.year = ${p.year} AND ${UNDONE} ORDER BY task.id`,
)

export async function taskMatters(
  db: Database,
  { open, today, seats }: Scene,
  reach: Reach,
): Promise<Matter[]> {
  if (!isAnyIn(open, 'execution')) return []
  const { own, person } = boundReach(reach)
  const asked = { year: open.year, today }
  const rows = await db.all(reach.all ? undone(asked) : undoneOf({ ...asked, own, person }))
  return rows
    .filter(({ unit }) => phaseFor(open, unit) === 'execution')
    .map((row) => {
      const { goal, unit, title, percent } = row
      const owner = { id: row.owner, name: row.owner_name, duty: null }
      const people = unique([...seats('head', unit), ...seats('contact', unit)])
      return {
        kind: 'task',
        key: `task:${goal}:${row.number}`,
        ...{ unit, unitName: row.unit_name, dueOn: row.due_on },
        ...{ goal, number: row.goal_number, title, task: row.number, percent },
        chain: [
          { level: 'own', people: row.gone === 1 ? [] : [owner] },
          { level: 'head', people },
        ],
      }
    })
}
