import type { SubjectId, UnitId, Year } from '../../kernel/ids.ts'
import { subjectOf } from '../../kernel/subject.ts'
import { rowsOfAppeal } from './rows.ts'
import { type AppealEvent, type AppealState, NO_APPEAL } from './rules/appeal.ts'
import { evolveAppeal } from './rules/evolve-appeal.ts'

export const appealSubject = subjectOf<AppealState, AppealEvent>({
  kind: 'appeal',
  initial: NO_APPEAL,
  evolve: evolveAppeal,
  rows: rowsOfAppeal,
})

/** `number` is counted within the unit's year, drafts that were dropped among them. */
export const appealId = (year: Year, unit: UnitId, number: number): SubjectId =>
  `appeal:${year}:${unit}:${number}`
