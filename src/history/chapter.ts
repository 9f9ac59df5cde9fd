import type { Chapter, Due } from '../kernel/chapter.ts'
import type { Blobs } from '../store/blobs.ts'
import type { Database } from '../store/database.ts'
import { findSubject } from '../store/subjects.ts'
import { checkJournalCommand, walkJournalCommand } from './commands/journal.ts'
import { exportYearCommand, makeExportCommand } from './commands/year.ts'
import { historyIntents } from './intents.ts'
import { journalCheckView, yearExportFileView, yearExportView } from './office-views.ts'
import { listAskedExports } from './queries.ts'
import type { JournalCheckState } from './rules/journal-check.ts'
import { JOURNAL_CHECK } from './subjects.ts'
import { historyOfView, historyView } from './views.ts'
import { historyWording } from './wording.ts'

/** What the journal says of every subject; its chains checked, a year exported (rulebook 7). */
export const history = ({ blobs }: { readonly blobs: Blobs }): Chapter => ({
  name: 'history',
  commands: [checkJournalCommand, walkJournalCommand, exportYearCommand, makeExportCommand(blobs)],
  views: [historyView, historyOfView, journalCheckView, yearExportView, yearExportFileView(blobs)],
  forms: [],
  intents: historyIntents,
  todo: async () => [],
  due: async (db) => [...(await dueWalk(db)), ...(await dueExports(db))],
  wording: historyWording,
})

/** A turn of the check that was asked for; each turn has a cause of its own. */
async function dueWalk(db: Database): Promise<Due[]> {
  const row = await findSubject(db, JOURNAL_CHECK)
  if (!row || (JSON.parse(row.state) as JournalCheckState).status !== 'asked') return []
  return [{ command: 'journal.walk', with: {}, cause: `${JOURNAL_CHECK}:${row.version}` }]
}

async function dueExports(db: Database): Promise<Due[]> {
  return (await listAskedExports(db)).map(({ id, version }) => ({
    command: 'year.make-export',
    with: { year: Number(id.slice('year-export:'.length)) },
    cause: `${id}:${version}`,
  }))
}
