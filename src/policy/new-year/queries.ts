/** What goes along into a new year, and what is still open in the old one. */
import { sql } from 'kysely'
import type { Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { plusWorkingDays } from '../../kernel/working-days.ts'
import { listUnits } from '../../organization/queries.ts'
import { regimeOf } from '../../organization/rules/actor.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import { findCurrentYear } from '../queries.ts'
import type { LastYear } from '../rules/new-year.ts'

const openAppeals = prepared(
  (_, p: { year: number }) => sql<{ count: number }>`
  SELECT count(*) AS count FROM appeal WHERE year = ${p.year} AND status IN ('sent', 'with-group', 'agreed', 'with-leaders')`,
)

const unanswered = prepared(
  (_, p: { year: number }) => sql<{ from_on: LocalDate }>`
  SELECT from_on FROM feedback WHERE year = ${p.year} AND answer = 'waiting'`,
)

/** The year that is being managed, as far as the next one starts from it; undefined before the first. */
export async function findLastYear(db: Database, today: LocalDate): Promise<LastYear | undefined> {
  const open = await findCurrentYear(db)
  if (!open) return undefined
  const { year, phase, policy, coefficients } = open
  const [appeals, waiting, units] = await Promise.all([
    first(db, openAppeals({ year })),
    db.all(unanswered({ year })),
    listUnits(db),
  ])
  return {
    ...{ year, phase, policy, coefficients },
    appeals: appeals?.count ?? 0,
    answers: waiting.filter((one) => today <= plusWorkingDays(one.from_on, policy.appealDays)).length,
    graded: units.filter((unit) => regimeOf(unit.kind) === 'graded').map((unit) => unit.id),
  }
}

export interface Carried {
  readonly units: number
  readonly people: number
  readonly teams: number
  readonly workItems: number
  readonly priorities: number
  readonly delegations: number
}

const carried = prepared(
  (_, p: { today: string }) => sql<Carried>`
  SELECT (SELECT count(*) FROM unit WHERE active = 1) AS units,
    (SELECT count(*) FROM person WHERE ended_on IS NULL) AS people,
    (SELECT count(*) FROM team WHERE active = 1) AS teams,
    (SELECT count(*) FROM work_item WHERE active = 1) AS workItems,
    (SELECT count(*) FROM priority WHERE active = 1) AS priorities,
    (SELECT count(*) FROM delegation WHERE ended_at IS NULL AND to_on >= ${p.today}) AS delegations`,
)

/** How much of the organization goes along as it is; the priorities do not. */
export async function countCarried(db: Database, today: LocalDate): Promise<Carried> {
  const found = await first(db, carried({ today }))
  return found ?? { units: 0, people: 0, teams: 0, workItems: 0, priorities: 0, delegations: 0 }
}

/** What of a year is still open, by kind; it stays readable, and none of it holds the next year up. */
export interface LeftOpen {
  readonly tasks: number
  readonly help: number
  readonly rectifications: number
  readonly petitions: number
}

const left = prepared(
  (_, p: { year: number }) => sql<LeftOpen>`
  SELECT (SELECT count(*) FROM task JOIN goal ON goal.id = task.goal
      WHERE task.year = ${p.year} AND task.status = 'open' AND task.percent < 100 AND goal.status = 'in-force') AS tasks,
    (SELECT count(*) FROM help_request WHERE year = ${p.year} AND status = 'open') AS help,
    (SELECT count(*) FROM finding WHERE year = ${p.year} AND kind = 'rectification'
      AND status IN ('open', 'answered')) AS rectifications,
    (SELECT count(*) FROM petition WHERE year = ${p.year} AND status = 'open') AS petitions`,
)

export async function countLeftOpen(db: Database, year: Year): Promise<LeftOpen> {
  return (await first(db, left({ year }))) ?? { tasks: 0, help: 0, rectifications: 0, petitions: 0 }
}
