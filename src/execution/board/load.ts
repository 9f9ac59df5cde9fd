/** Everything that a board shows of a scope, read in one round. */
import type { GroupId, UnitId } from '../../kernel/ids.ts'
import { type LocalDate, localDateOf } from '../../kernel/time.ts'
import type { Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { assessingGroupKind } from '../../organization/rules/actor.ts'
import type { OpenYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import type { HelpTable } from '../../store/schema/help.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import { maySeeFinding } from '../inspection/rules/sight.ts'
import { groupsOfUnits } from '../queries/groups.ts'
import { openHelpOf } from '../queries/help.ts'
import { findSpan, type GoalLight, lightsOf } from '../queries/lights.ts'
import {
  type ListedGoal,
  type ListedRectification,
  listGoalsIn,
  listOpenRectifications,
  sumReached,
} from './queries.ts'
import { monthEnds, type TrendPoint, trendOf } from './rules/trend.ts'
import type { Scope } from './scopes.ts'

export interface BoardGoal extends ListedGoal, Omit<GoalLight, 'dueOn'> {
  readonly dueOn: LocalDate
}

export interface Board {
  readonly scope: Scope
  readonly year: number
  /** The day as of which the lights are: today, or the last day of execution. */
  readonly asOf: LocalDate
  /** By unit and number. */
  readonly goals: readonly BoardGoal[]
  /** Open requests, the oldest of each goal first. */
  readonly help: readonly HelpTable[]
  /** The earliest due first; those that the viewer may see. */
  readonly rectifications: readonly ListedRectification[]
}

export async function loadBoard(
  db: Database,
  viewer: Viewer,
  scope: Scope,
  { year }: Pick<OpenYear, 'year'>,
): Promise<Board> {
  const [listed, span, rectifications] = await Promise.all([
    listGoalsIn(
      db,
      year,
      scope.units.map(({ id }) => id),
    ),
    findSpan(db, year),
    seenRectifications(db, viewer, scope.units, year),
  ])
  const ids = listed.map(({ id }) => id)
  const [lights, help] = await Promise.all([lightsOf(db, ids, viewer.today), openHelpOf(db, ids)])
  const asOf = span.endedOn !== null && span.endedOn < viewer.today ? span.endedOn : viewer.today
  const goals = listed.flatMap((goal) => {
    const light = lights.get(goal.id)
    return light ? [litGoal(goal, light)] : []
  })
  return { scope, year, asOf, goals, help: [...help.values()].flat(), rectifications }
}

/** Written out, because spreading two objects is slow for thousands of goals. */
function litGoal({ id, unit, number, type, title }: ListedGoal, of: GoalLight): BoardGoal {
  const { light, why, overBudget, reached, startsOn, dueOn, reportedOn, target } = of
  return {
    id,
    unit,
    number,
    type,
    title,
    light,
    why,
    overBudget,
    reached,
    startsOn,
    dueOn,
    reportedOn,
    target,
  }
}

/** The rectifications that the viewer may see, by who found what and on whom. */
export async function seenRectifications(
  db: Database,
  viewer: Viewer,
  units: readonly UnitTable[],
  year: number,
): Promise<ListedRectification[]> {
  const open = await listOpenRectifications(
    db,
    year,
    units.map(({ id }) => id),
  )
  return seenFindings(db, viewer, units, open)
}

/** Of what was found on the units, that which the viewer may see. */
export async function seenFindings<Found extends { readonly unit: UnitId; readonly body: GroupId }>(
  db: Database,
  viewer: Viewer,
  units: readonly UnitTable[],
  found: readonly Found[],
): Promise<Found[]> {
  if (found.length === 0) return []
  const [actor, groups] = await Promise.all([getActor(db, viewer), groupsOfUnits(db)])
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]))
  const assessors = (unit: UnitId): GroupId | null => {
    const kind = kinds.get(unit)
    return (kind && groups.get(unit)?.[assessingGroupKind(kind)]) ?? null
  }
  return found.filter(({ unit, body }) => maySeeFinding(actor, { unit, body, assessors: assessors(unit) }))
}

/** How the board's goals went on since execution was opened. */
export async function loadTrend(db: Database, { year, asOf, goals }: Board): Promise<TrendPoint[]> {
  const { openedAt } = await findSpan(db, year)
  if (openedAt === null || goals.length === 0) return []
  const ends = monthEnds(localDateOf(openedAt), asOf)
  return trendOf(goals, ends, await sumReached(db, goals, ends))
}
