import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../kernel/ids.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { type Database, first } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { SubjectTable } from '../store/schema/kernel.ts'
import { findSubject } from '../store/subjects.ts'
import type { Milestone } from './rules/catalogue.ts'
import { EXECUTION_DEFAULTS } from './rules/execution-policy.ts'
import { completePolicy } from './rules/policy.ts'
import type { OpenYearState, YearState } from './rules/year.ts'

export type OpenYear = OpenYearState

const current = prepared(
  () => sql<SubjectTable>`
  SELECT subject.* FROM year JOIN subject ON subject.id = 'year:' || year.year WHERE year.current = 1`,
)

/** The year that is being managed, with its phase and policy; undefined before the first is opened. */
export async function findCurrentYear(db: Database): Promise<OpenYear | undefined> {
  return openYearOf(await first(db, current({})))
}

export async function findYear(db: Database, year: Year): Promise<OpenYear | undefined> {
  return openYearOf(await findSubject(db, `year:${year}`))
}

function openYearOf(row: SubjectTable | undefined): OpenYear | undefined {
  if (!row) return undefined
  const state = JSON.parse(row.state) as YearState
  if (state.status !== 'open') return undefined
  return { ...state, policy: completePolicy(state.policy) }
}

/** Local hours in which people may be written to unasked: from the first, before the second. */
export interface DigestHours {
  readonly from: number
  readonly until: number
}

/** By the policy of the year that is being managed. */
export async function findDigestHours(db: Database): Promise<DigestHours> {
  const { digestHour, digestUntil } = (await findCurrentYear(db))?.policy.execution ?? EXECUTION_DEFAULTS
  return { from: digestHour, until: digestUntil }
}

/** As `findCurrentYear`. @throws before any year was opened */
export async function getCurrentYear(db: Database): Promise<OpenYear> {
  const year = await findCurrentYear(db)
  if (!year) throw new Error('no year is open')
  return year
}

const inScheme = prepared(
  (_, p: { today: string }) => sql<{ person: string }>`
  SELECT person FROM role_held WHERE from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
  UNION
  SELECT leader FROM unit WHERE active = 1 AND leader IS NOT NULL
  ORDER BY 1`,
)

/** Everyone in the scheme on a day, each once: who holds a role or is a unit's leader in charge. */
export async function listPeopleInScheme(db: Database, today: LocalDate): Promise<PersonId[]> {
  return (await db.all(inScheme({ today }))).map((row) => row.person)
}

const scored = prepared((db, p: { year: number; unit: string }) =>
  db
    .selectFrom('score')
    .select('final')
    .where('year', '=', p.year)
    .where('unit', '=', p.unit)
    .where('final', 'is not', null),
)

const anyDecided = prepared((db, p: { year: number }) =>
  db.selectFrom('score').select('unit').where('year', '=', p.year).where('status', '=', 'decided').limit(1),
)

const anyAssessed = prepared((db, p: { year: number }) =>
  db.selectFrom('score').select('unit').where('year', '=', p.year).limit(1),
)

/** Whether the first sheet of the year was opened. */
export async function isAnyAssessed(db: Database, year: Year): Promise<boolean> {
  return (await first(db, anyAssessed({ year }))) !== undefined
}

/** Whether a score of the year was decided, be it that its coefficients are still missing. */
export async function isAnyScored(db: Database, year: Year): Promise<boolean> {
  return (await first(db, anyDecided({ year }))) !== undefined
}

/** Whether the unit's final score of the year is decided. */
export async function isScored(db: Database, year: Year, unit: UnitId): Promise<boolean> {
  return (await first(db, scored({ year, unit }))) !== undefined
}

const finals = prepared((db, p: { year: number }) =>
  db.selectFrom('score').select('unit').where('year', '=', p.year).where('final', 'is not', null),
)

/** The units whose final score of the year is decided. */
export async function listFinals(db: Database, year: Year): Promise<ReadonlySet<UnitId>> {
  return new Set((await db.all(finals({ year }))).map((row) => row.unit))
}

/** When each was reached; null where the journal does not say. */
export type Since = { readonly [milestone in Milestone]: Instant | null }

const since = prepared(
  (
    _,
    p: { sheets: string; sheetsEnd: string; units: string; unitsEnd: string; results: string },
  ) => sql<Since>`
  SELECT
    (SELECT min(at) FROM journal WHERE subject > ${p.sheets} AND subject < ${p.sheetsEnd}) AS assessed,
    (SELECT min(at) FROM journal WHERE subject > ${p.units} AND subject < ${p.unitsEnd}
      AND type = 'deliberation.opened') AS deliberated,
    (SELECT min(at) FROM journal WHERE subject > ${p.units} AND subject < ${p.unitsEnd}
      AND type = 'assessment.decided') AS scored,
    (SELECT min(at) FROM journal WHERE subject = ${p.results} AND type = 'results.ratified') AS ratified`,
)

export async function milestonesSince(db: Database, year: Year): Promise<Since> {
  // The character after the colon ends the range of ids that begin so.
  const range = {
    ...{ sheets: `sheet:${year}:`, sheetsEnd: `sheet:${year};` },
    ...{ units: `assessment:${year}:`, unitsEnd: `assessment:${year};` },
  }
  const found = await first(db, since({ ...range, results: `results:${year}` }))
  return found ?? { assessed: null, deliberated: null, scored: null, ratified: null }
}
