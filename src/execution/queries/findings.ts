/** What inspections found, as other areas and chapters see it: published findings only. */
import { sql } from 'kysely'
import type { GoalId, GroupId, UnitId, Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { FindingTable } from '../../store/schema/inspection.ts'

export interface ListedFinding extends FindingTable {
  readonly unit_name: string
  /** Of its goal; null where it is about the unit. */
  readonly goal_number: number | null
  readonly goal_title: string | null
}

const COLUMNS = sql<ListedFinding>`SELECT finding.*, unit.name AS unit_name, goal.number AS goal_number,
  goal.title AS goal_title FROM finding JOIN unit ON unit.id = finding.unit LEFT JOIN goal ON goal.id = finding.goal`

const ofUnit = prepared(
  (_, p: { year: number; unit: string }) => sql<ListedFinding>`
  ${COLUMNS} WHERE finding.unit = ${p.unit} AND finding.year = ${p.year} AND finding.status <> 'withdrawn'
  ORDER BY goal.number, finding.number LIMIT 500`,
)

/**
 * Every published finding on a unit that was not withdrawn, by goal: each is put before the assessors as a candidate
 * deduction (rulebook 4); good practices are among them.
 */
export async function listFindingsOfUnit(db: Database, year: Year, unit: UnitId): Promise<ListedFinding[]> {
  return db.all(ofUnit({ year, unit }))
}

const ofGoal = prepared(
  (_, p: { goal: string }) => sql<ListedFinding>`
  ${COLUMNS} WHERE finding.goal = ${p.goal} AND finding.status <> 'withdrawn' ORDER BY finding.number LIMIT 500`,
)

/** The same of one goal. */
export async function listFindingsOfGoal(db: Database, goal: GoalId): Promise<ListedFinding[]> {
  return db.all(ofGoal({ goal }))
}

const countFrom = prepared(
  (_, p: { inspection: string }) => sql<{ n: number }>`
  SELECT count(*) AS n FROM finding WHERE inspection = ${p.inspection}`,
)

/** How many findings an inspection has published. */
export async function countFindingsFrom(db: Database, inspection: string): Promise<number> {
  return (await first(db, countFrom({ inspection })))?.n ?? 0
}

const reached = prepared(
  (
    _,
    p: { year: number; all: number; bodies: string; units: string; inspection: string; open: number },
  ) => sql<{ id: string }>`
  SELECT id FROM finding WHERE year = ${p.year}
    AND (${p.all} = 1 OR body IN (SELECT value FROM json_each(${p.bodies}))
      OR unit IN (SELECT value FROM json_each(${p.units})))
    AND (${p.open} = 0 OR kind = 'rectification') AND (${p.inspection} = '' OR inspection = ${p.inspection})
  ORDER BY CASE WHEN status IN ('open', 'answered') THEN 0 ELSE 1 END,
    CASE WHEN status IN ('open', 'answered') THEN due_on ELSE NULL END, number DESC LIMIT 5000`,
)

/** Ids of what is found in such bodies' inspections or on such units: open rectifications first, by due date, then the newest; `inspection`: '' for all. */
export async function listFindingIds(
  db: Database,
  year: Year,
  reach: { readonly all: boolean; readonly bodies: readonly GroupId[]; readonly units: readonly UnitId[] },
  only: { readonly kind: 'all' | 'rectifications'; readonly inspection: string },
): Promise<string[]> {
  const { all, bodies, units } = reach
  const rows = await db.all(
    reached({
      year,
      all: all ? 1 : 0,
      bodies: JSON.stringify(bodies),
      units: JSON.stringify(units),
      inspection: only.inspection,
      open: only.kind === 'rectifications' ? 1 : 0,
    }),
  )
  return rows.map((row) => row.id)
}

const byIds = prepared(
  (_, p: { ids: string }) => sql<ListedFinding>`
  ${COLUMNS} JOIN json_each(${p.ids}) AS wanted ON wanted.value = finding.id ORDER BY wanted.key`,
)

/** These findings, in the order given. */
export async function listFindingsById(db: Database, ids: readonly string[]): Promise<ListedFinding[]> {
  return ids.length === 0 ? [] : db.all(byIds({ ids: JSON.stringify(ids) }))
}

const waitingFor = prepared(
  (_, p: { status: string; bodies: string; units: string }) => sql<ListedFinding>`
  ${COLUMNS} WHERE finding.status = ${p.status} AND (finding.unit IN (SELECT value FROM json_each(${p.units}))
    OR finding.body IN (SELECT value FROM json_each(${p.bodies}))) ORDER BY finding.due_on, finding.number LIMIT 200`,
)

/** Rectifications that wait: `open` for the units, `answered` for the bodies. */
export async function listWaitingRectifications(
  db: Database,
  status: 'open' | 'answered',
  of: { readonly bodies: readonly GroupId[]; readonly units: readonly UnitId[] },
): Promise<ListedFinding[]> {
  return db.all(waitingFor({ status, bodies: JSON.stringify(of.bodies), units: JSON.stringify(of.units) }))
}

export interface OpenRectification {
  /** `finding:<year>:<number>` */
  readonly id: string
  readonly goal: GoalId
  readonly number: number
  /** `answered`: it waits for the inspectors. */
  readonly status: 'open' | 'answered'
  readonly dueOn: LocalDate
}

const openOf = prepared(
  (_, p: { goals: string }) => sql<OpenRectification>`
  SELECT finding.id, finding.goal, finding.number, finding.status, finding.due_on AS "dueOn"
  FROM json_each(${p.goals}) AS wanted JOIN finding ON finding.goal = wanted.value
  WHERE finding.status IN ('open', 'answered') ORDER BY finding.due_on, finding.number`,
)

/** What is still to be put right on each goal that has any, the earliest due first. */
export async function openRectificationsOf(
  db: Database,
  goals: readonly GoalId[],
): Promise<Map<GoalId, OpenRectification[]>> {
  const rows = goals.length === 0 ? [] : await db.all(openOf({ goals: JSON.stringify(goals) }))
  const byGoal = new Map<GoalId, OpenRectification[]>()
  for (const row of rows) byGoal.set(row.goal, [...(byGoal.get(row.goal) ?? []), row])
  return byGoal
}

/** The goals with a rectification whose day has passed without an answer: their light is raised (rulebook 4). */
export async function overdueRectifications(
  db: Database,
  goals: readonly GoalId[],
  today: LocalDate,
): Promise<Set<GoalId>> {
  const open = await openRectificationsOf(db, goals)
  const late = [...open].filter(([, list]) => list.some((one) => one.status === 'open' && one.dueOn < today))
  return new Set(late.map(([goal]) => goal))
}
