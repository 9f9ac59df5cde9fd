/** A seeded university with an inspection team, and entries put into the journal as they would be written. */
import { journalEntries } from '../../src/kernel/journal.ts'
import type { Instant } from '../../src/kernel/time.ts'
import { insertJournal, upsertSubject } from '../../src/store/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { seedOrganization } from '../world/seed.ts'

export const NOW = { at: '2026-06-01T01:00:00.000Z', today: '2026-06-01' } as const

/** XZ01 is led by LD2, assessed by AG, inspected by DC1. */
export function historyWorld(): SqliteDatabase {
  const db = freshDatabase()
  seedOrganization(db)
  db.exec(`
    INSERT INTO team (id, name, kind, active) VALUES ('DC1', '第一督查组', 'inspection', 1);
    INSERT INTO team_unit (group_id, unit) VALUES ('DC1', 'XZ01');
    INSERT INTO person (id, name, unit, title) VALUES ('DCM', '督查组 成员', NULL, '干部'), ('P1', '教师甲', 'JX01', '教师');
    INSERT INTO role_held (person, role, scope, from_on, to_on) VALUES ('DCM', 'inspection-member', 'DC1', '2026-01-01', NULL);
  `)
  return db
}

/** Appends events to a subject, whatever its rules would say to them. */
export async function append(
  db: SqliteDatabase,
  subject: `${string}:${string}`,
  events: readonly { readonly type: string; readonly [field: string]: unknown }[],
  state: unknown = {},
  by = 'OF1',
  at: Instant = NOW.at,
): Promise<void> {
  const entries = journalEntries(subject, { version: 0, hash: '' }, events, {
    ...{ by, inNameOf: by, at, today: NOW.today },
    causes: [subject.startsWith('petition:') ? `${subject}:1` : `test:${subject}`],
  })
  await db.commit([
    ...entries.map(insertJournal),
    upsertSubject(subject, entries.length, entries.at(-1)?.hash ?? '', state),
  ])
}
