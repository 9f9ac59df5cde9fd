/** The tables of inspection, kept equal to its subjects; notes are written beside them. */
import { sql } from 'kysely'
import { prepared, type RowOf } from '../../store/prepared.ts'
import type { FindingNoteTable, FindingTable, InspectionTable } from '../../store/schema/inspection.ts'

export const upsertInspection = prepared((db, p: RowOf<InspectionTable>) =>
  db
    .insertInto('inspection')
    .values({
      id: p.id,
      year: p.year,
      number: p.number,
      body: p.body,
      kind: p.kind,
      status: p.status,
      purpose: p.purpose,
      held_on: p.held_on,
      moved_at: p.moved_at,
    })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        moved_at: row.ref('excluded.moved_at'),
      })),
    ),
)

export const insertInspectedUnits = prepared(
  (_, p: { inspection: string; units: string }) => sql`
  INSERT INTO inspection_unit (inspection, unit) SELECT ${p.inspection}, value FROM json_each(${p.units}) WHERE true
  ON CONFLICT DO NOTHING`,
)

export const upsertFinding = prepared((db, p: RowOf<FindingTable>) =>
  db
    .insertInto('finding')
    .values({
      id: p.id,
      year: p.year,
      number: p.number,
      inspection: p.inspection,
      body: p.body,
      unit: p.unit,
      goal: p.goal,
      kind: p.kind,
      severity: p.severity,
      fact: p.fact,
      status: p.status,
      due_on: p.due_on,
      published_by: p.published_by,
      published_at: p.published_at,
      moved_at: p.moved_at,
    })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({
        unit: row.ref('excluded.unit'),
        status: row.ref('excluded.status'),
        due_on: row.ref('excluded.due_on'),
        moved_at: row.ref('excluded.moved_at'),
      })),
    ),
)

export const upsertNote = prepared((db, p: RowOf<FindingNoteTable>) =>
  db
    .insertInto('finding_note')
    .values({ id: p.id, author: p.author, inspection: p.inspection, note: p.note, at: p.at })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({ note: row.ref('excluded.note'), at: row.ref('excluded.at') })),
    ),
)

export const deleteNote = prepared((db, p: { id: string }) =>
  db.deleteFrom('finding_note').where('id', '=', p.id),
)
