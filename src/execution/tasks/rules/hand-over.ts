/** Tasks that are not done pass from one who leaves to a successor; what was done stays with its owner (Article 18). */
import type { GoalId, PersonId, UnitId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { ExecutionEvent, ExecutionState } from '../../rules/execution.ts'
import { openTasks } from './task.ts'

export interface HandingOver {
  readonly goal: { readonly id: GoalId; readonly unit: UnitId; readonly year: number }
  readonly from: { readonly id: PersonId; readonly name: string }
  readonly to: { readonly id: PersonId; readonly name: string }
  readonly act: { readonly by: PersonId; readonly name: string; readonly at: Instant }
}

export function handOverTasks(state: ExecutionState, { goal, from, to, act }: HandingOver): ExecutionEvent[] {
  const { id, unit, year } = goal
  return openTasks(state.tasks)
    .filter((task) => task.owner === from.id && task.percent < 100)
    .map((task) => ({
      type: 'task.changed',
      task: { ...task, owner: to.id, ownerName: to.name },
      reason: `由${from.name}移交`,
      ...{ goal: id, unit, year, ...act },
    }))
}
