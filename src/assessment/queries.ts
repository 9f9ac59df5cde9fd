/** What other chapters and this one's views read of assessments. */
import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../kernel/ids.ts'
import { foldSubject } from '../kernel/subject.ts'
import type { LocalDate } from '../kernel/time.ts'
import { findUnit, listHolders } from '../organization/queries.ts'
import { type Actor, type Regime, scopesOf } from '../organization/rules/actor.ts'
import { findYear, type OpenYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { ScoreTable } from '../store/schema/assessment.ts'
import type { UnitTable } from '../store/schema/organization.ts'
import { SEATS } from './roles.ts'
import type { AssessmentState } from './rules/assessment.ts'
import { outcomeOf } from './rules/final-of.ts'
import type { Sheets } from './rules/open.ts'
import { type TypeSum, wholeSums } from './rules/score/type-scores.ts'
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
  (_, p: { groups: string }) => sql<UnitTable>`
  SELECT DISTINCT unit.* FROM json_each(${p.groups}) AS held
  JOIN team ON team.id = held.value
  JOIN team_unit ON team_unit.group_id = team.id
  JOIN unit ON unit.id = team_unit.unit AND unit.active = 1
  WHERE (team.kind = 'working' AND unit.kind IN ('teaching', 'hospital'))
    OR (team.kind = 'assessment' AND unit.kind NOT IN ('teaching', 'hospital'))
  ORDER BY unit.id`,
)

/** The units that the actor's groups assess (Article 22), the barred ones among them; for a delegate those of the groups that were given. */
export async function listUnitsAssessedBy(db: Database, actor: Actor): Promise<UnitTable[]> {
  const groups = scopesOf(actor, ...SEATS)
  return groups.length === 0 ? [] : db.all(unitsAssessed({ groups: JSON.stringify(groups) }))
}

interface ScoreRow extends ScoreTable {
  readonly regime: Regime | null
  /** JSON list of `TypeSum`. */
  readonly sums: string
}

const scoresOfYear = prepared(
  (_, p: { year: number }) => sql<ScoreRow>`
  SELECT score.*, max(type_sum.regime) AS regime,
    json_group_array(json_object('type', type_sum.type, 'weights', type_sum.weights, 'weighted', type_sum.weighted)) AS sums
  FROM score LEFT JOIN type_sum ON type_sum.year = score.year AND type_sum.unit = score.unit
  WHERE score.year = ${p.year} GROUP BY score.year, score.unit ORDER BY score.unit`,
)

/**
 * Every assessment of the year that has begun, by unit. `final` (hundredths) is computed from what was agreed, with
 * the policy and coefficients of now: it is null until decided, and while the unit's coefficients are missing.
 */
export async function listScores(db: Database, year: Year): Promise<ScoreTable[]> {
  const [rows, open] = await Promise.all([db.all(scoresOfYear({ year })), findYear(db, year)])
  return rows.map(({ regime, sums, ...score }) => {
    if (regime === null || !open || score.status !== 'decided') return score
    return { ...score, final: presentFinal(score.unit, regime, JSON.parse(sums) as TypeSum[], open) }
  })
}

function presentFinal(
  unit: UnitId,
  regime: Regime,
  sums: readonly TypeSum[],
  { policy, coefficients }: OpenYear,
): number | null {
  const outcome = outcomeOf(regime, wholeSums(sums), policy, coefficients[unit] ?? null)
  return outcome.status === 'final' ? outcome.result.final : null
}

const deliberations = prepared(
  (_, p: { year: number }) => sql<{ unit: string }>`
  SELECT unit FROM score WHERE year = ${p.year} AND status <> 'sheets' LIMIT 1`,
)

/** Whether a deliberation of the year was opened. */
export async function hasDeliberated(db: Database, year: Year): Promise<boolean> {
  return (await db.all(deliberations({ year }))).length > 0
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

const thin = prepared(
  (_, p: { year: number; today: string }) => sql<{ unit: string; leader: string | null }>`
  SELECT score.unit, unit.leader FROM score JOIN unit ON unit.id = score.unit JOIN subject ON subject.id = score.assessment
  WHERE score.year = ${p.year} AND score.status = 'deliberation' AND subject.state ->> '$.quorum' > (
    SELECT count(*) FROM json_each(subject.state, '$.present') AS present WHERE EXISTS (
      SELECT 1 FROM role_held AS held JOIN team_unit ON team_unit.group_id = held.scope AND team_unit.unit = score.unit
      WHERE held.person = present.value ->> '$.id' AND held.from_on <= ${p.today}
        AND (held.to_on IS NULL OR held.to_on >= ${p.today})))
  ORDER BY score.unit LIMIT 100`,
)

/** Units in deliberation fewer of whose present members than the quorum sit in a group of the unit any more; who is barred since is among those who sit. */
export const listThinSittings = (db: Database, year: Year, today: LocalDate) => db.all(thin({ year, today }))
