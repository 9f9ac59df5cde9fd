/** What a report says, with the goal's figures beside it, as its cards show it. */
import type { ProgressFacts } from '../../../cards/progress-report.ts'
import type { GoalId } from '../../kernel/ids.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { findPerson } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import type { JudgementTable, ProgressTable } from '../../store/schema/execution.ts'
import { costsOf } from '../queries/costs.ts'
import { measuresOf } from '../queries/measures.ts'
import { type Cost, costOf } from '../rules/cost.ts'
import type { ExecutionState } from '../rules/execution.ts'
import type { GoalMeasure } from '../rules/progress.ts'
import { sayJudgement, sayOver, sayValue } from '../say-figures.ts'
import { executionId, goalExecution, placeOf, reportId } from '../subject.ts'
import { meanOf } from '../tasks/rules/task.ts'

export interface GoalFigures {
  readonly state: ExecutionState
  readonly measure: GoalMeasure | null
  readonly cost: Cost | undefined
}

export async function figuresOf(db: Database, goal: GoalId): Promise<GoalFigures> {
  const [{ state }, measures, costs] = await Promise.all([
    foldSubject(db, goalExecution, executionId(goal)),
    measuresOf(db, [goal]),
    costsOf(db, [goal]),
  ])
  return { state, measure: measures.get(goal) ?? null, cost: costs.get(goal) }
}

/** The id of the goal's report before this one; of none before the first. */
export const reportBefore = ({ id, goal }: Pick<ProgressTable, 'id' | 'goal'>): string =>
  reportId(goal, placeOf(id) - 1)

/** Who reported it, by the name of that day. */
export async function reporterOf(db: Database, { by_name, by_person }: ProgressTable): Promise<string> {
  return by_name === '' ? ((await findPerson(db, by_person))?.name ?? by_person) : by_name
}

export type SaidReport = Omit<ProgressFacts, 'unit' | 'number' | 'title'>

/** A report's own facts in words; the percent beside that of the report before it. */
export function sayReport(
  report: ProgressTable,
  { state: { tasks, reports }, measure, cost }: GoalFigures,
  beside: {
    readonly before: Pick<ProgressTable, 'percent'> | undefined
    readonly judgement: JudgementTable | undefined
  },
): SaidReport {
  const { percent, state, done, next, difficulty, reason } = report
  const last = placeOf(report.id) === reports
  const mean = last ? meanOf(tasks) : null
  const spent = last ? cost : report.cost === null ? undefined : costOf(cost?.budget ?? null, report.cost)
  return {
    ...{ percent, state, done, next, difficulty, reason },
    cost: report.cost === null ? null : (report.cost / 100).toFixed(2),
    before: beside.before?.percent ?? null,
    value: sayValue(report.value, measure),
    task: sayTask(report, tasks),
    mean: mean === percent ? null : mean,
    judgement: sayJudgement(beside.judgement, measure),
    over: sayOver(spent),
  }
}

/** `任务2 编写教材 50%`; '' where the whole goal was reported. */
function sayTask(
  { task: number, task_percent: percent }: Pick<ProgressTable, 'task' | 'task_percent'>,
  tasks: ExecutionState['tasks'],
): string {
  if (number === null) return ''
  const title = tasks.find((task) => task.number === number)?.title ?? ''
  return `任务${number} ${title} ${percent ?? 0}%`
}
