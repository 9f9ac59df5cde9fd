import type { GoalId, SubjectId } from '../kernel/ids.ts'
import { type RowFacts, type Subject, subjectOf } from '../kernel/subject.ts'
import type { Statement } from '../store/database.ts'
import { deleteEvidence, insertJudgement, insertProgress, upsertEvidence, upsertTask } from './rows.ts'
import { type EvidenceEvent, type EvidenceState, evolveEvidence, UNKNOWN_EVIDENCE } from './rules/evidence.ts'
import { type ExecutionEvent, type ExecutionState, evolveExecution, UNREPORTED } from './rules/execution.ts'

export const executionId = (goal: GoalId): SubjectId => `execution:${goal}`

/** A report's id: its goal's subject, and its place among the goal's reports, from 1, in figures that sort as text. */
export const reportId = (goal: GoalId, place: number): string =>
  `${executionId(goal)}:${String(place).padStart(6, '0')}`

/** The place of a report, which its id names. */
export const placeOf = (report: string): number => Number(report.slice(report.lastIndexOf(':') + 1))

/** `execution:<goal>` */
export const goalExecution: Subject<ExecutionState, ExecutionEvent> = subjectOf({
  kind: 'execution',
  initial: UNREPORTED,
  evolve: evolveExecution,
  rows: rowsOfExecution,
})

function rowsOfExecution(facts: RowFacts<ExecutionState, ExecutionEvent>): Statement[] {
  const { before, after, events } = facts
  const [first] = events
  if (!first) return []
  const { goal, unit, year } = first
  let place = before.reports
  const told = events.flatMap((event): Statement[] => {
    if (event.type === 'progress.reported') return [reportRow(event, ++place, after)]
    return event.type === 'progress.judged' ? [judgementRow(event)] : []
  })
  const changed = after.tasks.filter((task) => !before.tasks.includes(task))
  const tasks = changed.map(({ number, title, owner, dueOn, share, percent, status }) =>
    upsertTask({
      ...{ id: `${goal}:${number}`, goal, year, unit, number, title },
      ...{ owner, due_on: dueOn, share, percent, status },
    }),
  )
  return [...told, ...tasks]
}

function reportRow(
  { goal, unit, year, report, by, name, at }: Extract<ExecutionEvent, { type: 'progress.reported' }>,
  place: number,
  { value }: ExecutionState,
): Statement {
  const { percent, state, done, next, difficulty, reason, cost, task } = report
  return insertProgress({
    ...{ id: reportId(goal, place), goal, year, unit, percent, state, done, next, difficulty, reason, cost },
    ...{ value, task: task?.number ?? null, task_percent: task?.percent ?? null },
    ...{ evidence: JSON.stringify(report.evidence), by_person: by, by_name: name, at },
  })
}

function judgementRow(event: Extract<ExecutionEvent, { type: 'progress.judged' }>): Statement {
  const { goal, unit, report, verdict, percent, value, words, by, name, at } = event
  const figures = { verdict, percent, value, words }
  return insertJudgement({
    ...{ report: reportId(goal, report), goal, unit, ...figures, by_person: by, by_name: name, at },
  })
}

export const evidenceId = (id: string): SubjectId => `evidence:${id}`

/** `evidence:<message id>:<file key>`. What was refused leaves the table: it is offered and shown nowhere. */
export const evidence: Subject<EvidenceState, EvidenceEvent> = subjectOf({
  kind: 'evidence',
  initial: UNKNOWN_EVIDENCE,
  evolve: evolveEvidence,
  rows({ subject, after }) {
    const id = subject.slice('evidence:'.length)
    if (after.status === 'unknown') return []
    if (after.status === 'refused') return [deleteEvidence({ id })]
    const { person, messageId, kind, name, status: state, goal, batch, at } = after
    const bytes = after.status === 'kept' ? after : { size: null, sha256: null }
    const { size, sha256 } = bytes
    const file = { message_id: messageId, kind, name, state, size, sha256 }
    return [upsertEvidence({ id, person, ...file, goal, batch, at })]
  },
})

/** What the card of files that came together follows. */
export const batchId = (batch: string): `evidence-batch:${string}` => `evidence-batch:${batch}`
