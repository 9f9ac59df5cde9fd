import type { SubjectId, Year } from '../kernel/ids.ts'
import { subjectOf } from '../kernel/subject.ts'
import { editionRows } from './edition-rows.ts'
import { rowsOfYear } from './rows.ts'
import { evolveYear, UNOPENED, type YearEvent, type YearState } from './rules/year.ts'

export const yearSubject = subjectOf<YearState, YearEvent>({
  kind: 'year',
  initial: UNOPENED,
  evolve: evolveYear,
  rows: (facts) => [...rowsOfYear(facts), ...editionRows(facts)],
})

export const yearId = (year: Year): SubjectId => `year:${year}`
