/** What other chapters and this one's views read of assessments. */
import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../kernel/ids.ts'
import { foldSubject } from '../kernel/subject.ts'
import type { LocalDate } from '../kernel/time.ts'
import { findUnit, listHolders } from '../organization/queries.ts'
import { findYear, type OpenYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { ScoreTable } from '../store/schema/assessment.ts'
import type { UnitTable } from '../store/schema/organization.ts'
import type { AssessmentState } from './rules/assessment.ts'
import { finalOf } from './rules/final-of.ts'
import type { Sheets } from './rules/open.ts'
import type { SheetState } from './rules/sheet.ts'
import { assessment, assessmentId, sheet, sheetId } from './subjects.ts'

/** The assessment of a unit; `open` where nothing was deliberated yet. */
export async function findAssessment(db: Database, year: Year, unit: UnitId): Promise<AssessmentState> {
  return (await foldSubject(db, assessment, assessmentId(year, unit))).state
}

export async function findSheet(
  db: Database,
  year: Year,
  unit: UnitId,
  member: PersonId,
): Promise<SheetState> {
  return (await foldSubject(db, sheet, sheetId(year, unit, member))).state
}

const statesOf = prepared(
  (_, p: { ids: string }) => sql<{ id: string; state: string }>`
  SELECT id, state FROM subject WHERE id IN (SELECT value FROM json_each(${p.ids}))`,
)

/** The sheets of several members on one unit; those that are empty are left out. */
export async function findSheets(
  db: Database,
  year: Year,
  unit: UnitId,
  members: readonly PersonId[],
): Promise<Sheets> {
  const ids = new Map(members.map((member) => [sheetId(year, unit, member) as string, member]))
  const rows = await db.all(statesOf({ ids: JSON.stringify([...ids.keys()]) }))
  return Object.fromEntries(
    rows.flatMap((row) => {
      const member = ids.get(row.id)
      return member === undefined ? [] : [[member, JSON.parse(row.state) as SheetState] as const]
    }),
  )
}

/** Where a unit's assessment stands, and the sheet of one member on it. */
export interface Standing {
  readonly unit: UnitId
  readonly assessment: AssessmentState
  readonly sheet: SheetState
}

/** The standings of several units for one member, in the order asked for. */
export async function listStandings(
  db: Database,
  year: Year,
  units: readonly UnitId[],
  member: PersonId,
): Promise<readonly Standing[]> {
  const ids = units.flatMap((unit) => [assessmentId(year, unit), sheetId(year, unit, member)])
  const rows = await db.all(statesOf({ ids: JSON.stringify(ids) }))
  const states = new Map(rows.map((row) => [row.id, JSON.parse(row.state) as unknown]))
  return units.map((unit) => ({
    unit,
    assessment: (states.get(assessmentId(year, unit)) ?? assessment.initial) as AssessmentState,
    sheet: (states.get(sheetId(year, unit, member)) ?? sheet.initial) as SheetState,
  }))
}

const unitsAssessed = prepared(
  (_, p: { person: string; today: string }) => sql<UnitTable>`
  SELECT DISTINCT unit.* FROM role_held
  JOIN team ON team.id = role_held.scope
  JOIN team_unit ON team_unit.group_id = team.id
  JOIN unit ON unit.id = team_unit.unit AND unit.active = 1
  WHERE role_held.person = ${p.person} AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
    AND ((role_held.role IN ('working-convenor', 'working-member') AND team.kind = 'working' AND unit.kind IN ('teaching', 'hospital'))
      OR (role_held.role IN ('assessment-convenor', 'assessment-member') AND team.kind = 'assessment' AND unit.kind NOT IN ('teaching', 'hospital')))
  ORDER BY unit.id`,
)

/** The units that the person's groups assess (Article 22), the barred ones among them. */
export async function listUnitsAssessedBy(
  db: Database,
  person: PersonId,
  today: string,
): Promise<UnitTable[]> {
  return db.all(unitsAssessed({ person, today }))
}

type ScoreRow = ScoreTable & { readonly state: string | null }

const scoresOfYear = prepared(
  (_, p: { year: number }) => sql<ScoreRow>`
  SELECT score.*, CASE score.status WHEN 'decided' THEN subject.state END AS state
  FROM score LEFT JOIN subject ON subject.id = score.assessment WHERE score.year = ${p.year} ORDER BY score.unit`,
)

/**
 * Every assessment of the year that has begun, by unit. `final` (hundredths) is computed from what was agreed, with
 * the policy and coefficients of now: it is null until decided, and while the unit's coefficients are missing.
 */
export async function listScores(db: Database, year: Year): Promise<ScoreTable[]> {
  const [rows, open] = await Promise.all([db.all(scoresOfYear({ year })), findYear(db, year)])
  return rows.map(({ state, ...score }) => ({ ...score, final: presentFinal(score, state, open) }))
}

function presentFinal(score: ScoreTable, state: string | null, year: OpenYear | undefined): number | null {
  if (state === null || !year) return score.final
  const decided = JSON.parse(state) as AssessmentState
  if (decided.status !== 'decided') return score.final
  const final = finalOf(decided, year.policy, year.coefficients[score.unit] ?? null)
  return final.status === 'final' ? final.result.final : null
}

/** To whom a unit's score and deductions go at once (Article 22): contacts, heads and the leader in charge. */
export async function listFeedbackReaders(
  db: Database,
  unit: UnitId,
  today: LocalDate,
): Promise<readonly PersonId[]> {
  const [contacts, heads, found] = await Promise.all([
    listHolders(db, 'contact', unit, today),
    listHolders(db, 'head', unit, today),
    findUnit(db, unit),
  ])
  const ids = [...contacts, ...heads].map((one) => one.id)
  return [...new Set([...ids, ...(found?.leader ? [found.leader] : [])])]
}
