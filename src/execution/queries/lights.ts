/** The lights of goals, in a few statements however many goals there are. */
import { sql } from 'kysely'
import type { GoalId, Year } from '../../kernel/ids.ts'
import { endOfDay, type Instant, type LocalDate, localDateOf } from '../../kernel/time.ts'
import { findYear } from '../../policy/queries.ts'
import type { ExecutionPolicy } from '../../policy/rules/execution-policy.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { ProgressState } from '../../store/schema/execution.ts'
import type { GoalStatus } from '../../store/schema/planning.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { type LightFacts, type LightVerdict, lightOf } from '../lights/rules/light.ts'
import { reachedOf } from '../lights/rules/reached.ts'
import { overdueRectifications } from './findings.ts'
import { measuresOf } from './measures.ts'

/** A light with what it was computed from. */
export interface GoalLight extends LightVerdict {
  /** 0-100; null where nothing was reported. */
  readonly reached: number | null
  /** Null before its time began to count. */
  readonly startsOn: LocalDate | null
  readonly dueOn: LocalDate
  readonly reportedOn: LocalDate | null
  /** Of its indicator, hundredths; null where it is described and not counted. */
  readonly target: number | null
}

/**
 * The light of each goal on a day, by goal; of a day in the past as it was then, of a day after execution ended as on its
 * last. Goals of years that were never opened are left out.
 */
export async function lightsOf(
  db: Database,
  goals: readonly GoalId[],
  today: LocalDate,
): Promise<Map<GoalId, GoalLight>> {
  if (goals.length === 0) return new Map()
  const years = await db.all(yearsOf({ goals: JSON.stringify(goals) }))
  const lights = await Promise.all(years.map(({ year }) => lightsInYear(db, year, goals, today)))
  return new Map(lights.flat())
}

const yearsOf = prepared(
  (_, p: { goals: string }) => sql<{ year: Year }>`
  SELECT DISTINCT year FROM goal WHERE id IN (SELECT value FROM json_each(${p.goals}))`,
)

async function lightsInYear(
  db: Database,
  year: Year,
  goals: readonly GoalId[],
  today: LocalDate,
): Promise<(readonly [GoalId, GoalLight])[]> {
  const [open, span] = await Promise.all([findYear(db, year), findSpan(db, year)])
  if (!open) return []
  const asOf = span.endedOn !== null && span.endedOn < today ? span.endedOn : today
  const wanted = { goals: JSON.stringify(goals), year }
  const [rows, starts, unrectified, measures] = await Promise.all([
    db.all(factsOfGoals({ ...wanted, until: endOfDay(asOf) })),
    startsOf(db, wanted, span.openedAt),
    overdueRectifications(db, goals, asOf),
    measuresOf(db, goals),
  ])
  const openedOn = span.openedAt && localDateOf(span.openedAt)
  return rows.map((row) => {
    const target = measures.get(row.id)?.target ?? null
    const facts = factsOf(row, year, {
      startsOn: starts.get(row.id) ?? openedOn,
      target,
      overdueRectification: unrectified.has(row.id),
    })
    return [row.id, litBy(facts, target, open.policy.execution, asOf)] as const
  })
}

function litBy(
  facts: LightFacts,
  target: number | null,
  policy: ExecutionPolicy,
  asOf: LocalDate,
): GoalLight {
  const { percent: reached, startsOn, dueOn, reportedOn } = facts
  const { light, why, overBudget } = lightOf(facts, policy, asOf)
  return { light, why, overBudget, reached, startsOn, dueOn, reportedOn, target }
}

export interface Span {
  /** When execution was opened first; null before. */
  readonly openedAt: Instant | null
  /** The day on which it ended; null while it lasts. */
  readonly endedOn: LocalDate | null
}

const phases = prepared(
  (_, p: { subject: string }) => sql<{ phase: Phase; at: Instant }>`
  SELECT body ->> '$.phase' AS phase, at FROM journal
  WHERE subject = ${p.subject} AND type = 'phase.entered' ORDER BY version`,
)

/** When the year's goals were and are realised. */
export async function findSpan(db: Database, year: Year): Promise<Span> {
  const entered = await db.all(phases({ subject: `year:${year}` }))
  const openedAt = entered.find(({ phase }) => phase === 'execution')?.at ?? null
  const end = entered[entered.findLastIndex(({ phase }) => phase === 'execution') + 1]
  return { openedAt, endedOn: openedAt !== null && end ? localDateOf(end.at) : null }
}

interface FactsRow {
  readonly id: GoalId
  readonly status: GoalStatus
  readonly due_on: LocalDate | null
  readonly budget: number | null
  readonly percent: number | null
  readonly value: number | null
  readonly accepted_percent: number | null
  readonly accepted_value: number | null
  readonly state: ProgressState | null
  readonly reported_at: Instant | null
  readonly completed_at: Instant | null
  readonly cost: number | null
}

/** The report ids of a goal sort as they were made. The cross join keeps SQLite from looking the goals up by their year. */
const factsOfGoals = prepared(
  (_, p: { goals: string; year: number; until: Instant }) => sql<FactsRow>`
  SELECT goal.id, goal.status, goal.due_on, goal.budget, last.percent, last.value, last.state,
    last.at AS reported_at, judgement.percent AS accepted_percent, judgement.value AS accepted_value,
    CASE WHEN last.percent = 100 THEN (SELECT min(at) FROM progress WHERE goal = goal.id AND at <= ${p.until} AND id >
      coalesce((SELECT max(id) FROM progress WHERE goal = goal.id AND at <= ${p.until} AND percent < 100), ''))
    END AS completed_at,
    CASE WHEN goal.budget IS NOT NULL THEN (SELECT cost FROM progress
      WHERE goal = goal.id AND at <= ${p.until} AND cost IS NOT NULL ORDER BY at DESC, id DESC LIMIT 1) END AS cost
  FROM json_each(${p.goals}) AS wanted CROSS JOIN goal ON goal.id = wanted.value AND goal.year = ${p.year}
    LEFT JOIN progress AS last ON last.id = (SELECT id FROM progress
      WHERE goal = wanted.value AND at <= ${p.until} ORDER BY at DESC, id DESC LIMIT 1)
    LEFT JOIN judgement ON judgement.report = last.id AND judgement.verdict = 'accepted' AND judgement.at <= ${p.until}`,
)

/** When goals came into force that did so after execution had begun; only plans that moved since then can have any. */
const startedSince = prepared(
  (_, p: { goals: string; year: number; since: Instant }) => sql<{ goal: GoalId; at: Instant }>`
  SELECT one.value ->> '$.id' AS goal, one.value ->> '$.ratified.at' AS at
  FROM plan JOIN subject ON subject.id = plan.id, json_each(subject.state, '$.goals') AS one
  WHERE plan.id IN (SELECT plan FROM goal WHERE id IN (SELECT value FROM json_each(${p.goals})))
    AND plan.year = ${p.year} AND plan.moved_at > ${p.since} AND one.value ->> '$.ratified.at' > ${p.since}
    AND one.value ->> '$.id' IN (SELECT value FROM json_each(${p.goals}))`,
)

async function startsOf(
  db: Database,
  wanted: { readonly goals: string; readonly year: Year },
  openedAt: Instant | null,
): Promise<Map<GoalId, LocalDate>> {
  const rows = openedAt === null ? [] : await db.all(startedSince({ ...wanted, since: openedAt }))
  return new Map(rows.map(({ goal, at }) => [goal, localDateOf(at)]))
}

interface Context {
  readonly startsOn: LocalDate | null
  readonly target: number | null
  readonly overdueRectification: boolean
}

/** A goal without a due date is due at the end of its year. */
function factsOf(row: FactsRow, year: Year, context: Context): LightFacts {
  const { startsOn, target, overdueRectification } = context
  const { accepted_percent, accepted_value } = row
  const accepted = accepted_percent === null ? null : { percent: accepted_percent, value: accepted_value }
  const percent = reachedOf({ reported: row, accepted, target })
  const reportedOn = row.reported_at && localDateOf(row.reported_at)
  return {
    cancelled: row.status === 'cancelled',
    startsOn: row.status === 'in-force' ? startsOn : null,
    dueOn: row.due_on ?? `${year}-12-31`,
    percent,
    completedOn: percent === 100 ? (row.completed_at ? localDateOf(row.completed_at) : reportedOn) : null,
    reportedOn,
    said: row.state,
    overdueRectification,
    budget: row.budget,
    cost: row.cost,
  }
}
