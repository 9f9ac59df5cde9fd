import type { HandedOver, HandsOver } from '../../kernel/handover.ts'
import type { Head } from '../../kernel/subject.ts'
import { listSubjectsById } from '../../store/subjects.ts'
import { listTasksToHandOver } from '../queries/tasks.ts'
import { type ExecutionState, UNREPORTED } from '../rules/execution.ts'
import { executionId, goalExecution } from '../subject.ts'
import { handOverTasks } from './rules/hand-over.ts'

/** The tasks of the year that the person has not finished, goal by goal. */
export const tasksHandedOver: HandsOver = async (db, { from, to, act }): Promise<HandedOver> => {
  const rows = await listTasksToHandOver(db, from.id)
  const goals = [...new Map(rows.map(({ goal, unit, year }) => [goal, { id: goal, unit, year }])).values()]
  const ids = goals.map(({ id }) => executionId(id))
  const heads = new Map(
    (await listSubjectsById(db, ids)).map(({ id, version, hash, state }) => [
      id,
      // The kernel wrote it from the evolve of this kind.
      { state: JSON.parse(state) as ExecutionState, version, hash },
    ]),
  )
  const none: Head<ExecutionState> = { state: UNREPORTED, version: 0, hash: '' }
  return {
    what: '任务',
    items: rows.map(
      ({ unitName, goalNumber, number, title }) => `${unitName} 目标${goalNumber} 任务${number}「${title}」`,
    ),
    changes: goals.flatMap((goal) => {
      const head = heads.get(executionId(goal.id)) ?? none
      const events = handOverTasks(head.state, { goal, from, to, act })
      return events.length === 0 ? [] : [goalExecution.change(executionId(goal.id), head, events)]
    }),
  }
}
