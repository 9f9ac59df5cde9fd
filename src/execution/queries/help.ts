/** Requests for help as lists: of a goal, of those who must answer, of those who asked. */
import { sql } from 'kysely'
import type { GoalId, UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { HelpTable } from '../../store/schema/help.ts'

const openOf = prepared(
  (_, p: { goals: string }) => sql<HelpTable>`
  SELECT help_request.* FROM json_each(${p.goals}) AS wanted CROSS JOIN help_request ON help_request.goal = wanted.value
  WHERE help_request.status = 'open' ORDER BY goal, number`,
)

/** The requests of each goal that nobody has answered yet, the oldest first, by goal; goals without any are left out. */
export async function openHelpOf(
  db: Database,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, readonly HelpTable[]>> {
  if (goals.length === 0) return new Map()
  const found = new Map<GoalId, HelpTable[]>()
  for (const row of await db.all(openOf({ goals: JSON.stringify(goals) })))
    found.set(row.goal, [...(found.get(row.goal) ?? []), row])
  return found
}

const lastNumber = prepared(
  (_, p: { goal: string }) => sql<{ number: number }>`
  SELECT coalesce(max(number), 0) AS number FROM help_request WHERE goal = ${p.goal}`,
)

/** The number of the goal's last request; 0 before the first. */
export async function lastHelpNumber(db: Database, goal: GoalId): Promise<number> {
  return (await first(db, lastNumber({ goal })))?.number ?? 0
}

export interface HelpRow extends HelpTable {
  readonly unit_name: string
  readonly goal_number: number
  readonly title: string
}

/** Which requests a list is of. */
export type HelpList =
  /** Open ones of these holders; of the own units none that waits for a group, and none at all of some. */
  | {
      readonly kind: 'to-answer'
      readonly holders: readonly string[]
      readonly own: readonly UnitId[]
      readonly never: readonly UnitId[]
    }
  /** Answered or solved ones of these holders, the latest first. */
  | { readonly kind: 'closed'; readonly holders: readonly string[] }
  /** All of these units, the open ones first. */
  | { readonly kind: 'asked'; readonly units: readonly UnitId[] }
  /** Open ones of the whole school that should have been answered before today. */
  | { readonly kind: 'overdue'; readonly today: LocalDate }

interface Span {
  readonly from: number
  readonly size: number
}

const NAMED = sql`help_request.*, unit.name AS unit_name, goal.number AS goal_number, goal.title
  FROM help_request JOIN unit ON unit.id = help_request.unit JOIN goal ON goal.id = help_request.goal`

/** What a unit asked, and what was asked of the goals that a reform brought to it since. */
const OF_UNITS = (units: string) => sql`(help_request.unit IN (SELECT value FROM json_each(${units}))
    OR help_request.goal IN (SELECT goal_move.goal FROM goal_move JOIN goal ON goal.id = goal_move.goal
      WHERE goal.unit IN (SELECT value FROM json_each(${units}))))`

const toAnswer = prepared(
  (_, p: { holders: string; own: string; never: string; from: number; size: number }) => sql<HelpRow>`
  SELECT ${NAMED} WHERE help_request.status = 'open' AND holder IN (SELECT value FROM json_each(${p.holders}))
    AND NOT (holder LIKE 'group:%' AND help_request.unit IN (SELECT value FROM json_each(${p.own})))
    AND help_request.unit NOT IN (SELECT value FROM json_each(${p.never}))
  ORDER BY help_request.due_on, asked_at, help_request.id LIMIT ${p.size} OFFSET ${p.from}`,
)

const closed = prepared(
  (_, p: { holders: string; from: number; size: number }) => sql<HelpRow>`
  SELECT ${NAMED} WHERE help_request.status <> 'open' AND holder IN (SELECT value FROM json_each(${p.holders}))
  ORDER BY moved_at DESC, help_request.id LIMIT ${p.size} OFFSET ${p.from}`,
)

const asked = prepared(
  (_, p: { units: string; from: number; size: number }) => sql<HelpRow>`
  SELECT ${NAMED} WHERE ${OF_UNITS(p.units)}
  ORDER BY help_request.status <> 'open', moved_at DESC, help_request.id LIMIT ${p.size} OFFSET ${p.from}`,
)

const overdue = prepared(
  (_, p: { today: LocalDate; from: number; size: number }) => sql<HelpRow>`
  SELECT ${NAMED} WHERE help_request.status = 'open' AND help_request.due_on < ${p.today}
  ORDER BY help_request.due_on, asked_at, help_request.id LIMIT ${p.size} OFFSET ${p.from}`,
)

/** One stretch of a list: what waits longest first, of those asked the open ones and then the latest. */
export async function listHelp(db: Database, list: HelpList, { from, size }: Span): Promise<HelpRow[]> {
  switch (list.kind) {
    case 'to-answer':
      return db.all(toAnswer({ ...heldBy(list), from, size }))
    case 'closed':
      return db.all(closed({ holders: JSON.stringify(list.holders), from, size }))
    case 'asked':
      return db.all(asked({ units: JSON.stringify(list.units), from, size }))
    case 'overdue':
      return db.all(overdue({ today: list.today, from, size }))
  }
}

const heldBy = ({ holders, own, never }: Extract<HelpList, { kind: 'to-answer' }>) => ({
  holders: JSON.stringify(holders),
  own: JSON.stringify(own),
  never: JSON.stringify(never),
})

interface Counted {
  readonly total: number
}

const countToAnswer = prepared(
  (_, p: { holders: string; own: string; never: string }) => sql<Counted>`
  SELECT count(*) AS total FROM help_request
  WHERE status = 'open' AND holder IN (SELECT value FROM json_each(${p.holders}))
    AND NOT (holder LIKE 'group:%' AND unit IN (SELECT value FROM json_each(${p.own})))
    AND unit NOT IN (SELECT value FROM json_each(${p.never}))`,
)

const countClosed = prepared(
  (_, p: { holders: string }) => sql<Counted>`
  SELECT count(*) AS total FROM help_request
  WHERE status <> 'open' AND holder IN (SELECT value FROM json_each(${p.holders}))`,
)

const countAsked = prepared(
  (_, p: { units: string }) => sql<Counted>`
  SELECT count(*) AS total FROM help_request WHERE ${OF_UNITS(p.units)}`,
)

const countOverdue = prepared(
  (_, p: { today: LocalDate }) => sql<Counted>`
  SELECT count(*) AS total FROM help_request WHERE status = 'open' AND due_on < ${p.today}`,
)

/** How many a list has in all. */
export async function countHelp(db: Database, list: HelpList): Promise<number> {
  return (await first(db, counting(list)))?.total ?? 0
}

function counting(list: HelpList) {
  switch (list.kind) {
    case 'to-answer':
      return countToAnswer(heldBy(list))
    case 'closed':
      return countClosed({ holders: JSON.stringify(list.holders) })
    case 'asked':
      return countAsked({ units: JSON.stringify(list.units) })
    case 'overdue':
      return countOverdue({ today: list.today })
  }
}

const headed = prepared(
  (_, p: { today: LocalDate }) => sql<{ id: UnitId; name: string; headed: number }>`
  SELECT id, name, EXISTS (SELECT 1 FROM role_held WHERE role = 'head' AND scope = unit.id
    AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})) AS headed
  FROM unit WHERE active = 1 ORDER BY id`,
)

/** The units that take part, each with whether it has a head on that day. */
export async function listHeadedUnits(
  db: Database,
  today: LocalDate,
): Promise<{ readonly id: UnitId; readonly name: string; readonly headed: boolean }[]> {
  return (await db.all(headed({ today }))).map((row) => ({ ...row, headed: row.headed === 1 }))
}
