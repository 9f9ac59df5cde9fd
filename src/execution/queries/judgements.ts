import { sql } from 'kysely'
import type { GoalId, UnitId, Year } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { JudgementTable } from '../../store/schema/execution.ts'

export interface StandingJudgement {
  readonly goal: GoalId
  /** The percent that was accepted last; null while none was. */
  readonly accepted: number | null
  /** Id of the report that was queried last; null where none was. */
  readonly queried: string | null
}

const standing = prepared(
  (_, p: { goals: string }) => sql<StandingJudgement>`
  SELECT wanted.value AS goal,
    (SELECT percent FROM judgement WHERE goal = wanted.value AND verdict = 'accepted' ORDER BY report DESC LIMIT 1) AS accepted,
    (SELECT max(report) FROM judgement WHERE goal = wanted.value AND verdict = 'queried') AS queried
  FROM json_each(${p.goals}) AS wanted`,
)

/** What was last accepted and last queried of each goal's progress, by goal. */
export async function standingJudgements(
  db: Database,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, StandingJudgement>> {
  const rows = await db.all(standing({ goals: JSON.stringify(goals) }))
  return new Map(rows.map((row) => [row.goal, row]))
}

const ofReports = prepared(
  (_, p: { reports: string }) => sql<JudgementTable>`
  SELECT * FROM judgement WHERE report IN (SELECT value FROM json_each(${p.reports}))`,
)

/** What the group said of these reports, by report. */
export async function judgementsOf(
  db: Database,
  reports: readonly string[],
): Promise<ReadonlyMap<string, JudgementTable>> {
  const rows = await db.all(ofReports({ reports: JSON.stringify(reports) }))
  return new Map(rows.map((row) => [row.report, row]))
}

export interface WaitingReport {
  readonly goal: GoalId
  readonly unit: UnitId
  readonly number: number
  readonly title: string
  readonly percent: number
  readonly value: number | null
  readonly at: Instant
}

const WAITING = (p: { readonly year: number; readonly units: string }) => sql`
  FROM goal JOIN progress ON progress.id = (SELECT max(id) FROM progress AS own WHERE own.goal = goal.id)
  WHERE goal.year = ${p.year} AND goal.status = 'in-force' AND goal.unit IN (SELECT value FROM json_each(${p.units}))
    AND NOT EXISTS (SELECT 1 FROM judgement WHERE judgement.report = progress.id)`

const unjudged = prepared(
  (_, p: { year: number; units: string; from: number; size: number }) => sql<WaitingReport>`
  SELECT goal.id AS goal, goal.unit, goal.number, goal.title, progress.percent, progress.value, progress.at
  ${WAITING(p)} ORDER BY progress.at, goal.id LIMIT ${p.size} OFFSET ${p.from}`,
)

/** One stretch of the units' goals whose last report nobody has accepted or queried, the oldest report first. */
export async function listUnjudged(
  db: Database,
  year: Year,
  units: readonly UnitId[],
  { from, size }: { readonly from: number; readonly size: number },
): Promise<WaitingReport[]> {
  return units.length === 0 ? [] : db.all(unjudged({ year, units: JSON.stringify(units), from, size }))
}

export interface WaitingCount {
  readonly total: number
  /** When the first of them was reported; null without any. */
  readonly since: Instant | null
}

const counted = prepared(
  (_, p: { year: number; units: string }) => sql<WaitingCount>`
  SELECT count(*) AS total, min(progress.at) AS since ${WAITING(p)}`,
)

/** How many such goals there are. */
export async function countUnjudged(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<WaitingCount> {
  const none = { total: 0, since: null }
  return units.length === 0
    ? none
    : ((await first(db, counted({ year, units: JSON.stringify(units) }))) ?? none)
}

export interface OpenQuery {
  readonly goal: GoalId
  readonly unit: UnitId
  readonly number: number
  readonly title: string
  readonly words: string
  readonly by: string
  readonly at: Instant
}

const queried = prepared(
  (_, p: { year: number; units: string }) => sql<OpenQuery>`
  SELECT goal.id AS goal, goal.unit, goal.number, goal.title, judgement.words, judgement.by_name AS "by", judgement.at
  FROM json_each(${p.units}) AS wanted CROSS JOIN goal ON goal.year = ${p.year} AND goal.unit = wanted.value
    CROSS JOIN judgement ON judgement.goal = goal.id
  WHERE judgement.verdict = 'queried' AND goal.status = 'in-force'
    AND judgement.report = (SELECT max(id) FROM progress WHERE progress.goal = goal.id)
  ORDER BY judgement.at LIMIT 100`,
)

/** Reports of the units that were queried and that no other has followed, oldest first; 100 at most. */
export async function listOpenQueries(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<OpenQuery[]> {
  return units.length === 0 ? [] : db.all(queried({ year, units: JSON.stringify(units) }))
}
