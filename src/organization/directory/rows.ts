/** The tables of the directory: places of departments, and what the platform told. */
import { sql } from 'kysely'
import type { UnitId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Statement } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { DirectoryNoteTable } from '../../store/schema/directory.ts'

const upsertPlace = prepared(
  (_, p: { department: string; name: string; unit: string | null }) => sql<never>`
  INSERT INTO department_place (department, name, unit) VALUES (${p.department}, ${p.name}, ${p.unit})
  ON CONFLICT (department) DO UPDATE SET name = excluded.name, unit = excluded.unit`,
)

export const placeRow = (
  department: string,
  { name, unit }: { readonly name: string; readonly unit: UnitId | null },
): Statement => upsertPlace({ department, name, unit })

const upsertNote = prepared(
  (_, p: { openId: string; what: string; name: string; at: Instant; told: Instant | null }) => sql<never>`
  INSERT INTO directory_note (open_id, what, name, at, times, told_at)
  VALUES (${p.openId}, ${p.what}, ${p.name}, ${p.at}, 1, ${p.told})
  ON CONFLICT (open_id, what) DO UPDATE SET
    name = CASE excluded.name WHEN '' THEN directory_note.name ELSE excluded.name END,
    at = excluded.at, times = directory_note.times + 1, told_at = excluded.told_at`,
)
const dropNote = prepared((db, p: { openId: string; what: string }) =>
  db
    .deleteFrom('directory_note')
    .where('open_id', '=', p.openId)
    .where('what', '=', p.what as DirectoryNoteTable['what']),
)

/** `told`: the office hears of it with the same commit. Who joins has not left any more. */
export function noteRows(note: {
  readonly openId: string
  readonly what: DirectoryNoteTable['what']
  readonly name: string
  readonly at: Instant
  readonly told: boolean
}): Statement[] {
  const { openId, what, name, at } = note
  const kept = upsertNote({ openId, what, name, at, told: note.told ? at : null })
  return what === 'joined' ? [dropNote({ openId, what: 'left' }), kept] : [kept]
}

const tell = prepared(
  (_, p: { at: Instant }) => sql<never>`
  UPDATE directory_note SET told_at = ${p.at} WHERE told_at IS NULL`,
)

export const notesTold = (at: Instant): Statement => tell({ at })

const forgetRead = prepared(
  (_, p: { before: Instant }) => sql<never>`
  DELETE FROM directory_note WHERE what <> 'left' AND at <= ${p.before}`,
)

/** A reading that began later has seen it all but who is gone. */
export const notesRead = (before: Instant): Statement => forgetRead({ before })

const forgetGone = prepared(
  (_, _p: Record<string, never>) => sql<never>`
  DELETE FROM directory_note WHERE what = 'left' AND open_id NOT IN (SELECT open_id FROM account WHERE platform = 'feishu')`,
)

/** Whose account nobody has any more is no more news. After the rows of the people. */
export const notesSettled = (): Statement => forgetGone({})
