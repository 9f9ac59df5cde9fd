/**
 * The subjects of this chapter. Their rows are written in bulk by `organizationRows`, attached to the school's change,
 * because a roster moves thousands of subjects at once.
 */
import { subjectOf } from '../kernel/subject.ts'
import {
  type Entries,
  type EntryEvent,
  type EntryKind,
  type EntryState,
  evolveEntry,
  UNLISTED,
} from './rules/entry.ts'
import { evolvePerson, type PersonEvent, type PersonState, UNKNOWN_PERSON } from './rules/person.ts'
import { evolveRoster, type RosterEvent, type RosterState, UNREAD } from './rules/roster.ts'
import { evolveSchool, NEW_SCHOOL, type SchoolEvent, type SchoolState } from './rules/school.ts'

export const personSubject = subjectOf<PersonState, PersonEvent>({
  kind: 'person',
  initial: UNKNOWN_PERSON,
  evolve: evolvePerson,
  rows: () => [],
})

const entrySubject = <Kind extends EntryKind>(kind: Kind) =>
  subjectOf<EntryState<Entries[Kind]>, EntryEvent<Kind>>({
    kind,
    initial: UNLISTED,
    evolve: evolveEntry,
    rows: () => [],
  })

export const unitSubject = entrySubject('unit')
export const teamSubject = entrySubject('team')
export const prioritySubject = entrySubject('priority')
export const workItemSubject = entrySubject('work-item')

export const schoolSubject = subjectOf<SchoolState, SchoolEvent>({
  kind: 'organization',
  initial: NEW_SCHOOL,
  evolve: evolveSchool,
  rows: () => [],
})
export const SCHOOL = 'organization:school'

export const rosterSubject = subjectOf<RosterState, RosterEvent>({
  kind: 'roster',
  initial: UNREAD,
  evolve: evolveRoster,
  rows: () => [],
})
