/** What the board counts, in few statements however many units and goals there are. */
import { sql } from 'kysely'
import type { GoalId, GroupId, UnitId, Year } from '../../kernel/ids.ts'
import { endOfDay, type LocalDate } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { FindingStatus } from '../../store/schema/inspection.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import type { GoalType } from '../../store/schema/planning.ts'

export interface ListedGoal {
  readonly id: GoalId
  readonly unit: UnitId
  readonly number: number
  readonly type: GoalType
  readonly title: string
  readonly dueOn: LocalDate | null
}

const inForce = prepared(
  (_, p: { year: number; units: string }) => sql<ListedGoal>`
  SELECT goal.id, goal.unit, goal.number, goal.type, goal.title, goal.due_on AS "dueOn"
  FROM json_each(${p.units}) AS wanted CROSS JOIN goal ON goal.year = ${p.year} AND goal.unit = wanted.value
  WHERE goal.status = 'in-force' ORDER BY goal.unit, goal.number`,
)

/** The goals in force of these units, by unit and number. */
export async function listGoalsIn(db: Database, year: Year, units: readonly UnitId[]): Promise<ListedGoal[]> {
  return db.all(inForce({ year, units: JSON.stringify(units) }))
}

export interface MeasuredGoal {
  readonly id: GoalId
  readonly startsOn: LocalDate | null
  /** Of its indicator, hundredths; null where it is described and not counted. */
  readonly target: number | null
}

/** What a goal had reached is said as in `reachedOf`, a rule that a test holds this statement to. */
const reachedSums = prepared(
  (_, p: { goals: string; days: string }) => sql<{ day: LocalDate; reached: number }>`
  WITH wanted AS MATERIALIZED (SELECT value ->> 0 AS goal, value ->> 1 AS starts_on, value ->> 2 AS target FROM json_each(${p.goals})),
    ended AS MATERIALIZED (SELECT value ->> 0 AS day, value ->> 1 AS until FROM json_each(${p.days}))
  SELECT day, sum(CASE WHEN value IS NULL OR target IS NULL OR target <= 0 THEN percent
    ELSE max(0, min(100, value * 100 / target)) END) AS reached
  FROM (SELECT ended.day, wanted.target, coalesce(judgement.percent, progress.percent) AS percent,
      CASE WHEN judgement.report IS NULL THEN progress.value ELSE judgement.value END AS value
    FROM wanted CROSS JOIN ended
    JOIN progress ON progress.id = (SELECT id FROM progress
      WHERE goal = wanted.goal AND at <= ended.until ORDER BY at DESC, id DESC LIMIT 1)
    LEFT JOIN judgement ON judgement.report = progress.id AND judgement.verdict = 'accepted' AND judgement.at <= ended.until
    WHERE wanted.starts_on <= ended.day)
  GROUP BY day`,
)

/** The sum of what the goals in their time had reached at the end of each of these days, 0-100 each. */
export async function sumReached(
  db: Database,
  goals: readonly MeasuredGoal[],
  days: readonly LocalDate[],
): Promise<ReadonlyMap<LocalDate, number>> {
  const wanted = goals.map(({ id, startsOn, target }) => [id, startsOn, target])
  const ended = days.map((day) => [day, endOfDay(day)])
  const rows = await db.all(reachedSums({ goals: JSON.stringify(wanted), days: JSON.stringify(ended) }))
  return new Map(rows.map(({ day, reached }) => [day, reached]))
}

export interface ListedRectification {
  /** `finding:<year>:<number>` */
  readonly id: string
  readonly unit: UnitId
  readonly body: GroupId
  /** Null where it is about the unit. */
  readonly goal: GoalId | null
  readonly fact: string
  /** `answered`: it waits for the inspectors. */
  readonly status: Extract<FindingStatus, 'open' | 'answered'>
  readonly dueOn: LocalDate
}

const openOnes = prepared(
  (_, p: { year: number; units: string }) => sql<ListedRectification>`
  SELECT finding.id, finding.unit, finding.body, finding.goal, finding.fact, finding.status, finding.due_on AS "dueOn"
  FROM json_each(${p.units}) AS wanted CROSS JOIN finding ON finding.unit = wanted.value AND finding.year = ${p.year}
  WHERE finding.kind = 'rectification' AND finding.status IN ('open', 'answered')
  ORDER BY finding.due_on, finding.number`,
)

/** What is still to be put right in these units, the earliest due first. */
export async function listOpenRectifications(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<ListedRectification[]> {
  return db.all(openOnes({ year, units: JSON.stringify(units) }))
}

export interface TeamUnit {
  readonly id: GroupId
  readonly name: string
  readonly unit: UnitId | null
}

const teams = prepared(
  (_, p: { ids: string }) => sql<TeamUnit>`
  SELECT team.id, team.name, team_unit.unit FROM team LEFT JOIN team_unit ON team_unit.group_id = team.id
  WHERE team.active = 1 AND team.id IN (SELECT value FROM json_each(${p.ids})) ORDER BY team.id, team_unit.unit`,
)

/** These groups with the units of which each is in charge, one row a unit. */
export async function listTeamUnits(db: Database, ids: readonly GroupId[]): Promise<TeamUnit[]> {
  return ids.length === 0 ? [] : db.all(teams({ ids: JSON.stringify(ids) }))
}

const ofYear = prepared(
  (_, p: { year: number }) => sql<UnitTable>`
  SELECT unit.id, coalesce(result.name, unit.name) AS name, unit.kind, unit.leader, unit.active
  FROM unit LEFT JOIN result ON result.year = ${p.year} AND result.unit = unit.id AND result.announced = 1
  WHERE EXISTS (SELECT 1 FROM goal WHERE goal.year = ${p.year} AND goal.unit = unit.id AND goal.status = 'in-force')
  ORDER BY unit.id`,
)

/** The units that had goals in force in a year, by number, with the names under which its results were announced. */
export async function listUnitsOfYear(db: Database, year: Year): Promise<UnitTable[]> {
  return db.all(ofYear({ year }))
}
