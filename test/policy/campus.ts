import type { Command, Meta, Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import type { Instant } from '../../src/kernel/time.ts'
import type { Viewer } from '../../src/kernel/view.ts'
import { listJournal } from '../../src/store/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { findSubject } from '../../src/store/subjects.ts'
import { freshDatabase } from '../world/database.ts'
import { seedOrganization } from '../world/seed.ts'
import { viewerOf } from '../world/viewer.ts'

const AT: Instant = '2026-12-01T02:00:00.000Z'
let causes = 0

export function campus(): SqliteDatabase {
  const db = freshDatabase()
  seedOrganization(db)
  return db
}

export const metaOf = (by: string): Meta => {
  causes += 1
  return { by, inNameOf: by, causes: [`cause-${causes}`], at: AT, today: '2026-12-01' }
}

export const viewer = (person: string): Viewer => viewerOf(person, { at: AT, today: '2026-12-01' })

export const act = (
  db: SqliteDatabase,
  command: Command,
  by: string,
  payload: JsonObject,
): Promise<Outcome> => execute(db, command, payload, metaOf(by))

/** The code that an outcome carries, and whether it was refused. */
export const codeOf = (outcome: Outcome): string =>
  outcome.ok ? outcome.done.code : `refused: ${outcome.refusal.code}`

/** The fold of a subject's journal, beside the state that is stored. */
export async function foldAndState<State, Event>(
  db: SqliteDatabase,
  subject: string,
  evolve: (state: State, event: Event) => State,
  initial: State,
): Promise<{ fold: unknown; state: unknown }> {
  const journal = await listJournal(db, subject)
  const fold = journal.map((row) => JSON.parse(row.body) as Event).reduce(evolve, initial)
  const row = await findSubject(db, subject)
  return { fold: JSON.parse(JSON.stringify(fold)), state: JSON.parse(row?.state ?? 'null') }
}
