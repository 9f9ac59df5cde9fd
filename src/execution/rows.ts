/** The chapter's list tables, kept equal to its subjects. */
import { prepared, type RowOf } from '../store/prepared.ts'
import type { EvidenceTable, JudgementTable, ProgressTable, TaskTable } from '../store/schema/execution.ts'

export const insertProgress = prepared((db, p: RowOf<ProgressTable>) =>
  db.insertInto('progress').values({
    id: p.id,
    goal: p.goal,
    year: p.year,
    unit: p.unit,
    percent: p.percent,
    value: p.value,
    task: p.task,
    task_percent: p.task_percent,
    state: p.state,
    done: p.done,
    next: p.next,
    difficulty: p.difficulty,
    reason: p.reason,
    cost: p.cost,
    evidence: p.evidence,
    by_person: p.by_person,
    by_name: p.by_name,
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
      batch: p.batch,
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

export const upsertTask = prepared((db, p: RowOf<TaskTable>) =>
  db
    .insertInto('task')
    .values({
      id: p.id,
      goal: p.goal,
      year: p.year,
      unit: p.unit,
      number: p.number,
      title: p.title,
      owner: p.owner,
      due_on: p.due_on,
      share: p.share,
      percent: p.percent,
      status: p.status,
    })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({
        title: row.ref('excluded.title'),
        owner: row.ref('excluded.owner'),
        due_on: row.ref('excluded.due_on'),
        share: row.ref('excluded.share'),
        percent: row.ref('excluded.percent'),
        status: row.ref('excluded.status'),
      })),
    ),
)

export const insertJudgement = prepared((db, p: RowOf<JudgementTable>) =>
  db.insertInto('judgement').values({
    report: p.report,
    goal: p.goal,
    unit: p.unit,
    verdict: p.verdict,
    percent: p.percent,
    value: p.value,
    words: p.words,
    by_person: p.by_person,
    by_name: p.by_name,
    at: p.at,
  }),
)
