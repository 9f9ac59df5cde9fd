/** What a person sees of a goal's tasks, and may do with them. */
import type { GoalId } from '../../kernel/ids.ts'
import { foldSubject } from '../../kernel/subject.ts'
import type { Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { findGoal } from '../../planning/queries.ts'
import type { Database } from '../../store/database.ts'
import { findReportedGoal, findSeenUnit } from '../access.ts'
import type { ExecutionState } from '../rules/execution.ts'
import { barOf, closedOf, type ReportedGoal } from '../rules/progress.ts'
import { executionId, goalExecution } from '../subject.ts'
import { openTasks, type Task } from './rules/task.ts'

export interface SeenTasks {
  readonly goal: ReportedGoal
  readonly title: string
  readonly state: ExecutionState
  /** Whether the viewer may split, change and end now. */
  readonly manages: boolean
  /** Whether the viewer may report on the task now. */
  readonly reports: (task: Task) => boolean
}

/** For who sees the unit's progress, and for whoever owns one of the tasks; undefined for others. */
export async function findSeenTasks(
  db: Database,
  viewer: Viewer,
  id: GoalId,
): Promise<SeenTasks | undefined> {
  const [goal, reported, actor, { state }] = await Promise.all([
    findGoal(db, id),
    findReportedGoal(db, id),
    getActor(db, viewer),
    foldSubject(db, goalExecution, executionId(id)),
  ])
  if (!goal || !reported) return undefined
  const owns = actor.delegate === undefined && openTasks(state.tasks).some(({ owner }) => owner === actor.id)
  if (!owns && !(await findSeenUnit(db, viewer, goal.unit))) return undefined
  const closed = closedOf(reported) !== undefined
  return {
    goal: reported,
    title: goal.title,
    state,
    manages: barOf(reported, actor) === undefined,
    reports: (task) => !closed && task.status === 'open' && barOf(reported, actor, task) === undefined,
  }
}
