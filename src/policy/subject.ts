import type { SubjectId, Year } from '../kernel/ids.ts'
import { subjectOf } from '../kernel/subject.ts'
import { rowsOfYear } from './rows.ts'
import { evolveYear, UNOPENED, type YearEvent, type YearState } from './rules/year.ts'

export const yearSubject = subjectOf<YearState, YearEvent>({
  kind: 'year',
  initial: UNOPENED,
  evolve: evolveYear,
  rows: rowsOfYear,
})

export const yearId = (year: Year): SubjectId => `year:${year}`
