/** The chapter's list tables, kept equal to its subjects. */
import { prepared, type RowOf } from '../store/prepared.ts'
import type { EvidenceTable, ProgressTable } from '../store/schema/execution.ts'

export const insertProgress = prepared((db, p: RowOf<ProgressTable>) =>
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

export const upsertEvidence = prepared((db, p: RowOf<EvidenceTable>) =>
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
