import type { Todo, Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import { findCurrentYear, type OpenYear } from '../policy/queries.ts'
import { isAnyIn, phaseFor } from '../policy/rules/reopening.ts'
import type { Database } from '../store/database.ts'
import type { UnitTable } from '../store/schema/organization.ts'
import type { Phase } from '../store/schema/policy.ts'
import { listGoalsOf, listJudgedUnits, listOwnUnits } from './access.ts'
import { countUnjudged, listOpenQueries } from './queries/judgements.ts'
import { latestProgress } from './queries.ts'

/** What waits for a person while goals are realised: silent goals, queried reports, reports to accept. */
export async function executionTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const year = await findCurrentYear(db)
  if (!year || !isAnyIn(year, 'execution', 'assessment')) return []
  const lists = await Promise.all([
    silentGoals(db, year, viewer),
    queriedReports(db, year, viewer),
    waitingReports(db, year, viewer),
  ])
  return lists.flat()
}

/** For the contact of each unit: goals in force on which nothing was reported yet. */
async function silentGoals(db: Database, year: OpenYear, viewer: Viewer): Promise<Todo[]> {
  const actor = await getActor(db, viewer)
  const own = inPhase(year, await listOwnUnits(db, viewer), 'execution')
  const units = own.filter(({ id }) => holds(actor, 'contact', id))
  const goals = await listGoalsOf(db, units)
  const latest = await latestProgress(
    db,
    goals.map((goal) => goal.id),
  )
  return units.flatMap(({ id, name }) => {
    const silent = goals.filter((goal) => goal.unit.id === id && !latest.has(goal.id)).length
    if (silent === 0) return []
    const action = { show: 'progress', with: { unit: id } } as const
    return [{ text: `${name}有 ${silent} 项目标还没有报送过进展`, since: null, button: '报送进展', action }]
  })
}

const inPhase = (year: OpenYear, units: readonly UnitTable[], ...phases: readonly Phase[]): UnitTable[] =>
  units.filter(({ id }) => phases.includes(phaseFor(year, id)))

/** For the contact and the head of each unit: what was queried and is not answered. */
async function queriedReports(db: Database, year: OpenYear, viewer: Viewer): Promise<Todo[]> {
  const units = inPhase(year, await listOwnUnits(db, viewer), 'execution')
  const open = await listOpenQueries(
    db,
    year.year,
    units.map(({ id }) => id),
  )
  return open.map(({ goal, unit, number, title, words, by, at }) => {
    const name = units.find(({ id }) => id === unit)?.name ?? ''
    const text = `${name}目标${number} ${title}的进展被 ${by} 质疑：${words}`
    return {
      text,
      since: at,
      button: '补报进展',
      action: { show: 'progress-reported', with: { goal } } as const,
    }
  })
}

/** For those who accept: one entry for all that waits. */
async function waitingReports(db: Database, year: OpenYear, viewer: Viewer): Promise<Todo[]> {
  const units = inPhase(year, await listJudgedUnits(db, viewer), 'execution', 'assessment')
  const { total, since } = await countUnjudged(
    db,
    year.year,
    units.map(({ id }) => id),
  )
  if (total === 0) return []
  const action = { show: 'progress-judging', with: {} } as const
  return [{ text: `有 ${total} 项进展待核实`, since, button: '核实进展', action }]
}
