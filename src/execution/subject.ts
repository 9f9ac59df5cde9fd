import { type Subject, subjectOf } from '../kernel/subject.ts'
import type { Instant } from '../kernel/time.ts'
import { prepared } from '../store/prepared.ts'
import type { EvidenceTable, ProgressState } from '../store/schema/execution.ts'
import { type EvidenceEvent, type EvidenceState, evolveEvidence, UNKNOWN_EVIDENCE } from './rules/evidence.ts'
import { type ExecutionEvent, type ExecutionState, evolveExecution, UNREPORTED } from './rules/progress.ts'

interface ProgressRow {
  readonly [column: string]: string | number | null
  id: string
  goal: string
  year: number
  unit: string
  percent: number
  state: ProgressState
  done: string
  next: string
  difficulty: string
  reason: string
  cost: number | null
  evidence: string
  by_person: string
  at: Instant
}

const insertProgress = prepared((db, p: ProgressRow) =>
  db.insertInto('progress').values({
    id: p.id,
    goal: p.goal,
    year: p.year,
    unit: p.unit,
    percent: p.percent,
    state: p.state,
    done: p.done,
    next: p.next,
    difficulty: p.difficulty,
    reason: p.reason,
    cost: p.cost,
    evidence: p.evidence,
    by_person: p.by_person,
    at: p.at,
  }),
)

const attachEvidence = prepared((db, p: { id: string; goal: string }) =>
  db.updateTable('evidence').set({ goal: p.goal }).where('id', '=', p.id),
)

/** `execution:<goal>` */
export const goalExecution: Subject<ExecutionState, ExecutionEvent> = subjectOf({
  kind: 'execution',
  initial: UNREPORTED,
  evolve: evolveExecution,
  rows: ({ subject, events, version }) =>
    events.flatMap(({ goal, unit, year, report, by, at }, index) => {
      const { evidence, ...facts } = report
      const id = `${subject}:${version - events.length + index + 1}`
      const row = { ...facts, id, goal, year, unit, evidence: JSON.stringify(evidence), by_person: by, at }
      return [insertProgress(row), ...evidence.map((one) => attachEvidence({ id: one, goal }))]
    }),
})

interface EvidenceRow {
  readonly [column: string]: string | number | null
  id: string
  person: string
  message_id: string
  kind: EvidenceTable['kind']
  name: string
  state: EvidenceTable['state']
  size: number | null
  sha256: string | null
  at: Instant
}

const upsertEvidence = prepared((db, p: EvidenceRow) =>
  db
    .insertInto('evidence')
    .values({
      id: p.id,
      person: p.person,
      message_id: p.message_id,
      kind: p.kind,
      name: p.name,
      state: p.state,
      size: p.size,
      sha256: p.sha256,
      goal: null,
      at: p.at,
    })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({
        state: row.ref('excluded.state'),
        size: row.ref('excluded.size'),
        sha256: row.ref('excluded.sha256'),
      })),
    ),
)

/** `evidence:<file key>` */
export const evidence: Subject<EvidenceState, EvidenceEvent> = subjectOf({
  kind: 'evidence',
  initial: UNKNOWN_EVIDENCE,
  evolve: evolveEvidence,
  rows({ subject, after }) {
    if (after.status === 'unknown') return []
    const kept =
      after.status === 'kept' ? { size: after.size, sha256: after.sha256 } : { size: null, sha256: null }
    const { person, messageId, kind, name, at } = after
    return [
      upsertEvidence({
        id: subject.slice('evidence:'.length),
        person,
        message_id: messageId,
        kind,
        name,
        state: after.status,
        at,
        ...kept,
      }),
    ]
  },
})
