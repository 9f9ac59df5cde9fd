/** A typed line for its goal: what the report would say, and why it could not be saved as it is. */

import { foldSubject } from '../kernel/subject.ts'
import type { Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import type { Database } from '../store/database.ts'
import { findReportedGoal, type UnitGoal } from './access.ts'
import { percentOf } from './rules/execution.ts'
import { figuresOfLine, type Guess } from './rules/line-figures.ts'
import { type ExecutionRefusal, type ReportedGoal, reportProgress, type Said } from './rules/progress.ts'
import type { ProgressLine } from './rules/progress-line.ts'
import { executionId, goalExecution } from './subject.ts'
import { meanOf } from './tasks/rules/task.ts'

export type Read = Extract<ProgressLine, { kind: 'read' }>

export interface TypedReport {
  readonly said: Said
  readonly guess: Guess | null
  /** How many reports the goal had. */
  readonly seen: number
  /** Of the last report; null before the first. */
  readonly before: number | null
  /** The weighted mean of the goal's tasks; null without tasks. */
  readonly mean: number | null
  readonly goal: ReportedGoal
  readonly hindrance: ExecutionRefusal | null
}

/** Undefined where the line does not say all that a report must say: then the form asks for it. */
export async function readTyped(
  db: Database,
  { id }: Pick<UnitGoal, 'id'>,
  line: Read,
  viewer: Viewer,
): Promise<TypedReport | undefined> {
  const [{ state }, goal, by] = await Promise.all([
    foldSubject(db, goalExecution, executionId(id)),
    findReportedGoal(db, id),
    getActor(db, viewer),
  ])
  const { percent, value, guess } = figuresOfLine(line, state, goal?.measure ?? null)
  if (!goal || percent === undefined || line.done === '') return undefined
  const { done, next, difficulty, reason, cost } = line
  const said: Said = {
    ...{ percent, value, done, next, difficulty, reason, cost, evidence: [], task: null },
    state: line.state ?? state.last?.state ?? 'on-track',
  }
  const decision = reportProgress(state, said, { goal, by, at: viewer.at, seen: undefined })
  return {
    ...{ said, guess, goal, seen: state.reports, mean: meanOf(state.tasks) },
    before: state.last ? percentOf(state) : null,
    hindrance: 'refusal' in decision ? decision.refusal : null,
  }
}

/** Whether a reason is all that it lacks. */
export const lacksReason = (hindrance: ExecutionRefusal | null): boolean =>
  hindrance?.code.startsWith('unreasoned-') === true
