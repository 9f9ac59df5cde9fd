import type { PersonId, SubjectId } from '../../../kernel/ids.ts'
import { subjectOf } from '../../../kernel/subject.ts'
import {
  evolveGateWorkbook,
  type GateWorkbookEvent,
  type GateWorkbookState,
  UNREAD_GATES,
} from '../../rules/gate-workbook.ts'

export const gateWorkbookSubject = subjectOf<GateWorkbookState, GateWorkbookEvent>({
  kind: 'gate-workbook',
  initial: UNREAD_GATES,
  evolve: evolveGateWorkbook,
  rows: () => [],
})

/** What one person reports on is not what another does: the same file of two people is two workbooks. */
export const gateWorkbookId = (by: PersonId, file: string): SubjectId => `gate-workbook:${by}:${file}`
