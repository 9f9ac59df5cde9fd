import type { Todo, Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import { findCurrentYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import { listGoalsOf, listOwnUnits } from './access.ts'
import { latestProgress } from './queries.ts'

/** For the contact of each unit: goals in force on which nothing was reported yet. */
export async function silentGoals(db: Database, viewer: Viewer): Promise<Todo[]> {
  const year = await findCurrentYear(db)
  if (year?.phase !== 'execution') return []
  const actor = await getActor(db, viewer)
  const units = (await listOwnUnits(db, viewer)).filter(({ id }) => holds(actor, 'contact', id))
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
