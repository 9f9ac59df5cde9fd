import type { GoalId, SubjectId } from '../kernel/ids.ts'
import { type Subject, subjectOf } from '../kernel/subject.ts'
import { deleteEvidence, insertProgress, upsertEvidence } from './rows.ts'
import { type EvidenceEvent, type EvidenceState, evolveEvidence, UNKNOWN_EVIDENCE } from './rules/evidence.ts'
import { type ExecutionEvent, type ExecutionState, evolveExecution, UNREPORTED } from './rules/progress.ts'

export const executionId = (goal: GoalId): SubjectId => `execution:${goal}`

/** A report's id: its goal's subject, and its place among the goal's reports, from 1, in figures that sort as text. */
export const reportId = (goal: GoalId, place: number): string =>
  `${executionId(goal)}:${String(place).padStart(6, '0')}`

/** `execution:<goal>` */
export const goalExecution: Subject<ExecutionState, ExecutionEvent> = subjectOf({
  kind: 'execution',
  initial: UNREPORTED,
  evolve: evolveExecution,
  rows: ({ events, version }) =>
    events.map(({ goal, unit, year, report, by, at }, index) => {
      const id = reportId(goal, version - events.length + index + 1)
      const evidence = JSON.stringify(report.evidence)
      return insertProgress({ ...report, id, goal, year, unit, evidence, by_person: by, at })
    }),
})

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
    const { person, messageId, kind, name, status: state, goal, at } = after
    const bytes = after.status === 'kept' ? after : { size: null, sha256: null }
    const { size, sha256 } = bytes
    return [upsertEvidence({ id, person, message_id: messageId, kind, name, state, size, sha256, goal, at })]
  },
})
