import type { SubjectId } from '../../kernel/ids.ts'
import { subjectOf } from '../../kernel/subject.ts'
import { placeRow } from './rows.ts'
import { type DepartmentEvent, type DepartmentState, evolveDepartment, UNPLACED } from './rules/department.ts'
import { type DirectoryEvent, type DirectoryState, evolveDirectory, NOT_READ } from './rules/reading.ts'

/** The one directory: a second reading at the same time loses at its version. */
export const DIRECTORY = 'directory:feishu'

export const directorySubject = subjectOf<DirectoryState, DirectoryEvent>({
  kind: 'directory',
  initial: NOT_READ,
  evolve: evolveDirectory,
  rows: () => [],
})

export const departmentId = (department: string): SubjectId => `department:${department}`

export const departmentSubject = subjectOf<DepartmentState, DepartmentEvent>({
  kind: 'department',
  initial: UNPLACED,
  evolve: evolveDepartment,
  rows: ({ subject, after }) =>
    after.status === 'placed' ? [placeRow(subject.slice('department:'.length), after)] : [],
})
