import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Database, first } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { SubjectTable } from '../store/schema/kernel.ts'
import { findSubject } from '../store/subjects.ts'
import { REGULATION_DEFAULTS } from './rules/policy.ts'
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
  // A year that was opened before a value was known to the policy has the value's default.
  const execution = { ...REGULATION_DEFAULTS.execution, ...state.policy.execution }
  return { ...state, policy: { ...REGULATION_DEFAULTS, ...state.policy, execution } }
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

/** Whether a score of the year was decided, be it that its coefficients are still missing. */
export async function isAnyScored(db: Database, year: Year): Promise<boolean> {
  return (await first(db, anyDecided({ year }))) !== undefined
}

/** Whether the unit's final score of the year is decided. */
export async function isScored(db: Database, year: Year, unit: UnitId): Promise<boolean> {
  return (await first(db, scored({ year, unit }))) !== undefined
}
