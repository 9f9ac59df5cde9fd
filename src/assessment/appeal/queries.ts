/** Appeals as lists, the clock and the rules read them. */
import { sql } from 'kysely'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { foldSubject, type Head } from '../../kernel/subject.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { plusWorkingDays } from '../../kernel/working-days.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { AppealTable, FeedbackTable } from '../../store/schema/assessment.ts'
import type { AppealState } from './rules/appeal.ts'
import { appealId, appealSubject } from './subject.ts'

export const findAppeal = (
  db: Database,
  year: Year,
  unit: UnitId,
  number: number,
): Promise<Head<AppealState>> => foldSubject(db, appealSubject, appealId(year, unit, number))

const numbers = prepared(
  (_, p: { year: number; unit: string }) => sql<{ number: number }>`
  SELECT coalesce(max(CASE WHEN status NOT IN ('decided', 'withdrawn') THEN number END), coalesce(max(number), 0) + 1) AS number
  FROM appeal WHERE year = ${p.year} AND unit = ${p.unit}`,
)

/** The number of the unit's appeal that has not ended, or the next one. */
export async function presentNumber(db: Database, year: Year, unit: UnitId): Promise<number> {
  return (await first(db, numbers({ year, unit })))?.number ?? 1
}

const ofUnit = prepared((db, p: { year: number; unit: string }) =>
  db
    .selectFrom('appeal')
    .selectAll()
    .where('year', '=', p.year)
    .where('unit', '=', p.unit)
    .where((row) => row.or([row('status', '<>', 'withdrawn'), row('sent_at', 'is not', null)]))
    .orderBy('number'),
)

/** The unit's appeals of the year, without drafts that were dropped. */
export const listAppealsOf = (db: Database, year: Year, unit: UnitId): Promise<AppealTable[]> =>
  db.all(ofUnit({ year, unit }))

export interface ListedAppeal extends AppealTable {
  readonly name: string
  /** Whether the assessing group has it, or had it. */
  readonly group_had_it: 0 | 1
}

const ofUnits = prepared(
  (_, p: { year: number; units: string; drafts: string }) => sql<ListedAppeal>`
  SELECT appeal.*, unit.name, EXISTS (SELECT 1 FROM journal WHERE subject = 'appeal:' || appeal.year || ':' || appeal.unit || ':' || number
    AND type = 'appeal.routed' AND body ->> '$.to' = 'group') AS group_had_it
  FROM appeal JOIN unit ON unit.id = appeal.unit
  WHERE appeal.year = ${p.year} AND appeal.unit IN (SELECT value FROM json_each(${p.units}))
    AND (sent_at IS NOT NULL OR (status = 'draft' AND appeal.unit IN (SELECT value FROM json_each(${p.drafts}))))
  ORDER BY status IN ('decided', 'withdrawn'), moved_at, unit.id, number LIMIT 500`,
)

/** Appeals of several units, the open ones first, the longest waiting before; drafts only of the units in `drafts`. */
export const listAppeals = (
  db: Database,
  year: Year,
  units: readonly UnitId[],
  drafts: readonly UnitId[],
): Promise<ListedAppeal[]> =>
  db.all(ofUnits({ year, units: JSON.stringify(units), drafts: JSON.stringify(drafts) }))

const waiting = prepared(
  (_, p: { year: number; before: string }) => sql<FeedbackTable>`
  SELECT * FROM feedback WHERE year = ${p.year} AND answer = 'waiting' AND from_on < ${p.before} ORDER BY unit LIMIT 200`,
)

/** Feedback that nobody has answered, of days that began before that one. */
export const listUnanswered = (db: Database, year: Year, before: LocalDate): Promise<FeedbackTable[]> =>
  db.all(waiting({ year, before }))

/** How many units have not answered their feedback yet, and how many days passed without a word. */
export async function countAnswers(
  db: Database,
  year: Year,
  today: LocalDate,
  days: number,
): Promise<{ readonly waiting: number; readonly silent: number }> {
  const rows = await db.all(byAnswer({ year }))
  const silent = rows.filter(
    ({ answer, from_on }) =>
      answer === 'silent' || (answer === 'waiting' && today > plusWorkingDays(from_on, days)),
  )
  return { waiting: rows.length - silent.length, silent: silent.length }
}

const byAnswer = prepared(
  (_, p: { year: number }) => sql<Pick<FeedbackTable, 'answer' | 'from_on'>>`
  SELECT answer, from_on FROM feedback WHERE year = ${p.year} AND answer IN ('waiting', 'silent')`,
)

export interface WaitingAppeal extends AppealTable {
  readonly name: string
}

const inProgress = prepared(
  (_, p: { year: number }) => sql<WaitingAppeal>`
  SELECT appeal.*, unit.name FROM appeal JOIN unit ON unit.id = appeal.unit
  WHERE year = ${p.year} AND status IN ('draft', 'sent', 'with-group', 'agreed', 'with-leaders') ORDER BY moved_at, unit.id LIMIT 200`,
)

/** Every appeal of the year that waits for somebody, the longest before. */
export const listWaiting = (db: Database, year: Year): Promise<WaitingAppeal[]> =>
  db.all(inProgress({ year }))
