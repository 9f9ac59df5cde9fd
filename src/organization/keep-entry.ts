/** One priority or work item kept in the chat: its own change, with the tables and the organization's version as guard. */
import { foldSubject, type SubjectChange } from '../kernel/subject.ts'
import type { Database } from '../store/database.ts'
import { organizationRows } from './rows.ts'
import type { PriorityState } from './rules/priority.ts'
import type { WorkItemState } from './rules/standard.ts'
import { SCHOOL, schoolSubject } from './subjects.ts'

const NOTHING = { people: [], units: [], teams: [], priorities: [], workItems: [] } as const

/** The roster's preview names the organization's version, so that this change makes an open preview stale. */
export async function keepEntry(
  db: Database,
  kept:
    | { readonly workItem: SubjectChange<WorkItemState> }
    | { readonly priority: SubjectChange<PriorityState> },
): Promise<SubjectChange[]> {
  const change = 'workItem' in kept ? kept.workItem : kept.priority
  const id = change.subject.slice(change.subject.indexOf(':') + 1)
  const moved =
    'workItem' in kept
      ? { ...NOTHING, workItems: [[id, kept.workItem.state] as const] }
      : { ...NOTHING, priorities: [[id, kept.priority.state] as const] }
  const school = await foldSubject(db, schoolSubject, SCHOOL)
  const event = { type: 'school.entry-kept', entry: change.subject } as const
  return [{ ...schoolSubject.change(SCHOOL, school, [event]), rows: organizationRows(moved) }, change]
}
