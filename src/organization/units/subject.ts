import type { SubjectId } from '../../kernel/ids.ts'
import { subjectOf } from '../../kernel/subject.ts'
import { rowsOfReform } from './rows.ts'
import { evolveReform, NO_REFORM, type ReformEvent, type ReformState } from './rules/reform.ts'

export const reformId = (number: number): SubjectId => `reform:${number}`

export const reformSubject = subjectOf<ReformState, ReformEvent>({
  kind: 'reform',
  initial: NO_REFORM,
  evolve: evolveReform,
  rows: rowsOfReform,
})
