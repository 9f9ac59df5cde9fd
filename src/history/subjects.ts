import type { SubjectId, Year } from '../kernel/ids.ts'
import { subjectOf } from '../kernel/subject.ts'
import {
  evolveJournalCheck,
  type JournalCheckEvent,
  type JournalCheckState,
  NEVER_CHECKED,
} from './rules/journal-check.ts'
import {
  evolveYearExport,
  NOT_EXPORTED,
  type YearExportEvent,
  type YearExportState,
} from './rules/year-export.ts'

export const JOURNAL_CHECK: SubjectId = 'journal-check:all'

export const journalCheckSubject = subjectOf<JournalCheckState, JournalCheckEvent>({
  kind: 'journal-check',
  initial: NEVER_CHECKED,
  evolve: evolveJournalCheck,
  rows: () => [],
})

export const yearExportId = (year: Year): SubjectId => `year-export:${year}`

export const yearExportSubject = subjectOf<YearExportState, YearExportEvent>({
  kind: 'year-export',
  initial: NOT_EXPORTED,
  evolve: evolveYearExport,
  rows: () => [],
})
