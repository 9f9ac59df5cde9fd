/** Whose progress a person reports, and whose he may see. */
import type { GoalId, UnitId } from '../kernel/ids.ts'
import type { Viewer } from '../kernel/view.ts'
import { findGroupOf, findUnit, getActor, listUnits } from '../organization/queries.ts'
import { type Actor, assessingGroupKind, scopesOf } from '../organization/rules/actor.ts'
import { type FoundGoal, findGoal, listGoalsInForce } from '../planning/queries.ts'
import type { GoalInForce } from '../planning/rules/goal.ts'
import { findCurrentYear, findYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import type { UnitTable } from '../store/schema/organization.ts'
import type { ReportedGoal } from './rules/progress.ts'
import { maySeeProgress } from './rules/sight.ts'

/** The units that the person reports for, as contact or head; none for most people. */
export async function listOwnUnits(db: Database, viewer: Viewer): Promise<UnitTable[]> {
  const scopes = scopesOf(await getActor(db, viewer), 'contact', 'head')
  const units = await Promise.all(scopes.map((scope) => findUnit(db, scope)))
  return units.flatMap((unit) => (unit?.active === 1 ? [unit] : []))
}

/** The units whose progress the person may see, by number. */
export async function listSeenUnits(db: Database, viewer: Viewer): Promise<UnitTable[]> {
  const actor = await getActor(db, viewer)
  const units = await listUnits(db)
  const seen = await Promise.all(units.map((unit) => sees(db, actor, unit)))
  return units.filter((_, position) => seen[position])
}

/** The groups are looked up only for those who see the unit by no other right. */
async function sees(db: Database, actor: Actor, row: UnitTable): Promise<boolean> {
  const unit = { unit: row.id, kind: row.kind, leader: row.leader, group: null, assessors: null }
  if (maySeeProgress(actor, unit)) return true
  const [working, assessing] = await Promise.all([
    findGroupOf(db, row.id, 'working'),
    findGroupOf(db, row.id, assessingGroupKind(row.kind)),
  ])
  return maySeeProgress(actor, { ...unit, group: working?.id ?? null, assessors: assessing?.id ?? null })
}

/** The unit where the viewer may see its progress. */
export async function findSeenUnit(
  db: Database,
  viewer: Viewer,
  unit: UnitId,
): Promise<UnitTable | undefined> {
  const [actor, row] = await Promise.all([getActor(db, viewer), findUnit(db, unit)])
  return row && (await sees(db, actor, row)) ? row : undefined
}

export interface SeenGoal extends FoundGoal {
  readonly unitName: string
}

/** The goal where the viewer may see its progress. */
export async function findSeenGoal(db: Database, viewer: Viewer, id: GoalId): Promise<SeenGoal | undefined> {
  const goal = await findGoal(db, id)
  const unit = goal && (await findSeenUnit(db, viewer, goal.unit))
  return goal && unit && { ...goal, unitName: unit.name }
}

export interface UnitGoal extends GoalInForce {
  readonly unit: UnitTable
}

/** The goals in force of these units in the year that is being managed; none while no year is open. */
export async function listGoalsOf(db: Database, units: readonly UnitTable[]): Promise<UnitGoal[]> {
  const current = await findCurrentYear(db)
  if (!current) return []
  const lists = await Promise.all(
    units.map(async (unit) =>
      (await listGoalsInForce(db, current.year, unit.id)).map((goal) => ({ ...goal, unit })),
    ),
  )
  return lists.flat()
}

/** What a report on the goal is decided by; undefined where there is no such goal. */
export async function findReportedGoal(db: Database, id: GoalId): Promise<ReportedGoal | undefined> {
  const goal = await findGoal(db, id)
  if (!goal) return undefined
  const [unit, year] = await Promise.all([findUnit(db, goal.unit), findYear(db, goal.year)])
  return {
    id,
    number: goal.number,
    unit: goal.unit,
    unitName: unit?.name ?? goal.unit,
    year: goal.year,
    inForce: goal.status === 'in-force',
    phase: year?.phase ?? 'closed',
  }
}
