import type { PersonId, SubjectId } from '../../kernel/ids.ts'
import { subjectOf } from '../../kernel/subject.ts'
import {
  evolveWorkbook,
  UNREAD_WORKBOOK,
  type WorkbookEvent,
  type WorkbookState,
} from '../rules/goal-workbook.ts'

export const workbookSubject = subjectOf<WorkbookState, WorkbookEvent>({
  kind: 'goal-workbook',
  initial: UNREAD_WORKBOOK,
  evolve: evolveWorkbook,
  rows: () => [],
})

/** What one person may draft is not what another may: the same file of two people is two workbooks. */
export const workbookId = (by: PersonId, file: string): SubjectId => `goal-workbook:${by}:${file}`
