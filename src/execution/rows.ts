/** The chapter's list tables, kept equal to its subjects. */
import type { PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { prepared } from '../store/prepared.ts'
import type { EvidenceTable, ProgressState } from '../store/schema/execution.ts'

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
  by_person: PersonId
  at: Instant
}

export const insertProgress = prepared((db, p: ProgressRow) =>
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

interface EvidenceRow {
  readonly [column: string]: string | number | null
  id: string
  person: PersonId
  message_id: string
  kind: EvidenceTable['kind']
  name: string
  state: EvidenceTable['state']
  size: number | null
  sha256: string | null
  goal: string | null
  at: Instant
}

export const upsertEvidence = prepared((db, p: EvidenceRow) =>
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
      goal: p.goal,
      at: p.at,
    })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({
        state: row.ref('excluded.state'),
        size: row.ref('excluded.size'),
        sha256: row.ref('excluded.sha256'),
        goal: row.ref('excluded.goal'),
      })),
    ),
)

export const deleteEvidence = prepared((db, p: { id: string }) =>
  db.deleteFrom('evidence').where('id', '=', p.id),
)
