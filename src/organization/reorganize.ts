/** Turns a difference into the changes of one batch: each subject's journal, the tables in bulk, the school's version as guard. */
import type { SubjectId } from '../kernel/ids.ts'
import type { Head, SubjectChange } from '../kernel/subject.ts'
import { entryIn, type Heads, type Organization, personIn } from './present.ts'
import type { Difference, MovedEntry } from './roster/difference.ts'
import { organizationRows } from './rows.ts'
import type { Entries, EntryEvent, EntryKind, EntryState } from './rules/entry.ts'
import type { SchoolEvent } from './rules/school.ts'
import {
  personSubject,
  prioritySubject,
  SCHOOL,
  schoolSubject,
  teamSubject,
  unitSubject,
  workItemSubject,
} from './subjects.ts'

/** The changes of all subjects that move; `event` says on the school's own journal why they do. */
export function reorganize(
  present: Organization,
  difference: Omit<Difference, 'lines'>,
  event: SchoolEvent,
): SubjectChange[] {
  const people = difference.people.map(({ id, events }) =>
    personSubject.change(`person:${id}`, personIn(present, id), events),
  )
  const units = changesOf(unitSubject, present.units, difference.units)
  const teams = changesOf(teamSubject, present.teams, difference.teams)
  const priorities = changesOf(prioritySubject, present.priorities, difference.priorities)
  const workItems = changesOf(workItemSubject, present.workItems, difference.workItems)
  const rows = organizationRows({
    people: people.map(stateById),
    units: units.map(stateById),
    teams: teams.map(stateById),
    priorities: priorities.map(stateById),
    workItems: workItems.map(stateById),
  })
  const school = { ...schoolSubject.change(SCHOOL, present.school, [event]), rows }
  return [school, ...units, ...people, ...teams, ...priorities, ...workItems]
}

/** What `changesOf` needs of a kind of entry. */
interface EntrySubject<Kind extends EntryKind> {
  readonly kind: string
  change(
    subject: SubjectId,
    head: Head<EntryState<Entries[Kind]>>,
    events: readonly EntryEvent<Kind>[],
  ): SubjectChange<EntryState<Entries[Kind]>, EntryEvent<Kind>>
}

function changesOf<Kind extends EntryKind>(
  subject: EntrySubject<Kind>,
  heads: Heads<EntryState<Entries[Kind]>>,
  moved: readonly MovedEntry<Kind>[],
): SubjectChange<EntryState<Entries[Kind]>, EntryEvent<Kind>>[] {
  return moved.map(({ id, events }) => subject.change(`${subject.kind}:${id}`, entryIn(heads, id), events))
}

function stateById<State>({ subject, state }: SubjectChange<State>): readonly [string, State] {
  return [subject.slice(subject.indexOf(':') + 1), state]
}
