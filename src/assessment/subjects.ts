/** The three kinds of subjects of this chapter: a member's sheet, the convenor's draft, the unit's assessment. */
import type { PersonId, SubjectId, UnitId, Year } from '../kernel/ids.ts'
import { subjectOf } from '../kernel/subject.ts'
import { feedbackRows, versionRows } from './answering-rows.ts'
import { beginScore, putScore } from './rows.ts'
import { type AssessmentEvent, type AssessmentState, evolveAssessment, OPEN } from './rules/assessment.ts'
import { type DraftEvent, type DraftState, evolveDraft, NO_DRAFT } from './rules/propose.ts'
import { EMPTY_SHEET, evolveSheet, type SheetEvent, type SheetState } from './rules/sheet.ts'
import { putSheet } from './sheet-rows.ts'
import { putTypeSums } from './type-sum-rows.ts'

export const assessmentId = (year: Year, unit: UnitId): SubjectId => `assessment:${year}:${unit}`
export const sheetId = (year: Year, unit: UnitId, member: PersonId): SubjectId =>
  `sheet:${year}:${unit}:${member}`
export const proposalId = (year: Year, unit: UnitId): SubjectId => `proposal:${year}:${unit}`

/** The year and the unit in a subject's id. */
function placeOf(subject: SubjectId): { readonly year: Year; readonly unit: UnitId } {
  const [, year = '', unit = ''] = subject.split(':')
  return { year: Number(year), unit }
}

export const sheet = subjectOf<SheetState, SheetEvent>({
  kind: 'sheet',
  initial: EMPTY_SHEET,
  evolve: evolveSheet,
  rows: ({ subject, after }) => {
    const { year, unit } = placeOf(subject)
    const member = subject.split(':').slice(3).join(':')
    return [beginScore(year, unit, assessmentId(year, unit)), ...putSheet({ year, unit, member }, after)]
  },
})

export const proposal = subjectOf<DraftState, DraftEvent>({
  kind: 'proposal',
  initial: NO_DRAFT,
  evolve: evolveDraft,
  rows: () => [],
})

export const assessment = subjectOf<AssessmentState, AssessmentEvent>({
  kind: 'assessment',
  initial: OPEN,
  evolve: evolveAssessment,
  rows: ({ subject, before, after, events }) => {
    const { year, unit } = placeOf(subject)
    return [
      ...versionRows(year, unit, after, events),
      putScore(year, unit, subject, after),
      ...putTypeSums(year, unit, before, after),
      ...feedbackRows(year, unit, after),
    ]
  },
})
