/** Whose progress a person reports, and whose he may see. */
import type { GoalId, UnitId, Year } from '../kernel/ids.ts'
import type { Viewer } from '../kernel/view.ts'
import { listPrincipals } from '../organization/delegation/queries.ts'
import { findActor, findUnit, getActor, listUnits } from '../organization/queries.ts'
import { assessingGroupKind, scopesOf } from '../organization/rules/actor.ts'
import { type FoundGoal, findGoal, listGoalsInForce } from '../planning/queries.ts'
import type { GoalInForce } from '../planning/rules/goal.ts'
import { findCurrentYear, findYear } from '../policy/queries.ts'
import { phaseFor } from '../policy/rules/reopening.ts'
import type { Database } from '../store/database.ts'
import type { UnitTable } from '../store/schema/organization.ts'
import { groupsOfUnits, NO_GROUPS, type UnitGroups } from './queries/groups.ts'
import { measuresOf } from './queries/measures.ts'
import { ownsTask } from './queries/tasks.ts'
import { sendsEvidence } from './rules/evidence.ts'
import { isJudgeOf, type JudgedUnit, ofOwnUnit } from './rules/judgement.ts'
import { barOf, type ReportedGoal } from './rules/progress.ts'
import { maySeeProgress, type Watched } from './rules/sight.ts'

/** The units that the person reports for, as contact or head; none for most people. */
export async function listOwnUnits(db: Database, viewer: Viewer): Promise<UnitTable[]> {
  const scopes = scopesOf(await getActor(db, viewer), 'contact', 'head')
  const units = await Promise.all(scopes.map((scope) => findUnit(db, scope)))
  return units.flatMap((unit) => (unit?.active === 1 ? [unit] : []))
}

/** The units whose progress the person may see, by number. */
export async function listSeenUnits(db: Database, viewer: Viewer): Promise<UnitTable[]> {
  const [actor, units, groups] = await Promise.all([getActor(db, viewer), listUnits(db), groupsOfUnits(db)])
  return units.filter((unit) => maySeeProgress(actor, watched(unit, groups.get(unit.id))))
}

/** The units whose progress the person accepts or queries, by number. */
export async function listJudgedUnits(db: Database, viewer: Viewer): Promise<UnitTable[]> {
  const [actor, units, groups] = await Promise.all([getActor(db, viewer), listUnits(db), groupsOfUnits(db)])
  return units.filter(
    (unit) => isJudgeOf(actor, judged(unit, groups.get(unit.id))) && !ofOwnUnit(actor, unit.id),
  )
}

function watched(row: UnitTable, groups: UnitGroups = NO_GROUPS): Watched {
  const assessors = groups[assessingGroupKind(row.kind)]
  const { working: group, inspection: inspectors } = groups
  return { unit: row.id, kind: row.kind, leader: row.leader, group, inspectors, assessors }
}

const judged = (row: UnitTable, groups: UnitGroups = NO_GROUPS): JudgedUnit => ({
  ...{ unit: row.id, kind: row.kind, group: groups.working, inspectors: groups.inspection },
})

/** The unit with those who accept its progress; undefined where there is no such unit. */
export async function findJudgedUnit(db: Database, unit: UnitId): Promise<JudgedUnit | undefined> {
  const [row, groups] = await Promise.all([findUnit(db, unit), groupsOfUnits(db, unit)])
  return row && judged(row, groups.get(unit))
}

/** Whether the person sends evidence, in the own name or in that of one for whom the person acts today. */
export async function maySendEvidence(db: Database, viewer: Viewer): Promise<boolean> {
  const [own, owner] = await Promise.all([findActor(db, viewer), ownsTask(db, viewer.by)])
  if (own && sendsEvidence(own, owner)) return true
  const principals = (await listPrincipals(db, viewer.by, viewer.today)).filter(({ live }) => live === 1)
  const named = await Promise.all(principals.map(({ id }) => findActor(db, { ...viewer, inNameOf: id })))
  return named.some((actor) => actor !== undefined && sendsEvidence(actor, false))
}

/** Whether the viewer accepts or queries what the unit reports. */
export async function mayJudge(db: Database, viewer: Viewer, unit: UnitId): Promise<boolean> {
  const [actor, found] = await Promise.all([getActor(db, viewer), findJudgedUnit(db, unit)])
  return found !== undefined && isJudgeOf(actor, found) && !ofOwnUnit(actor, unit)
}

/** Whether the viewer can report on the whole goal now. */
export async function mayReport(db: Database, viewer: Viewer, goal: GoalId): Promise<boolean> {
  const [actor, found] = await Promise.all([getActor(db, viewer), findReportedGoal(db, goal)])
  return barOf(found, actor) === undefined
}

/** The unit where the viewer may see its progress. */
export async function findSeenUnit(
  db: Database,
  viewer: Viewer,
  unit: UnitId,
): Promise<UnitTable | undefined> {
  const [actor, row, groups] = await Promise.all([
    getActor(db, viewer),
    findUnit(db, unit),
    groupsOfUnits(db, unit),
  ])
  return row && maySeeProgress(actor, watched(row, groups.get(unit))) ? row : undefined
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

/** The goals in force of these units in a year, without one in that which is being managed; none while no year is open. */
export async function listGoalsOf(
  db: Database,
  units: readonly UnitTable[],
  ofYear?: Year,
): Promise<UnitGoal[]> {
  const year = ofYear ?? (await findCurrentYear(db))?.year
  if (year === undefined) return []
  const lists = await Promise.all(
    units.map(async (unit) => (await listGoalsInForce(db, year, unit.id)).map((goal) => ({ ...goal, unit }))),
  )
  return lists.flat()
}

/** What a report on the goal is decided by; undefined where there is no such goal. */
export async function findReportedGoal(db: Database, id: GoalId): Promise<ReportedGoal | undefined> {
  const goal = await findGoal(db, id)
  if (!goal) return undefined
  const [unit, year, measures] = await Promise.all([
    findUnit(db, goal.unit),
    findYear(db, goal.year),
    measuresOf(db, [id]),
  ])
  return {
    id,
    number: goal.number,
    unit: goal.unit,
    unitName: unit?.name ?? goal.unit,
    year: goal.year,
    inForce: goal.status === 'in-force',
    absent: unit?.active !== 1,
    phase: year ? phaseFor(year, goal.unit) : 'closed',
    measure: measures.get(id) ?? null,
  }
}
