import type { SubjectId, UnitId, Year } from '../../kernel/ids.ts'
import { subjectOf } from '../../kernel/subject.ts'
import { rowsOfAdjustment } from './rows.ts'
import { type AdjustmentEvent, type AdjustmentState, NOT_ASKED } from './rules/adjustment.ts'
import { evolveAdjustment } from './rules/evolve-adjustment.ts'

export const adjustmentSubject = subjectOf<AdjustmentState, AdjustmentEvent>({
  kind: 'adjustment',
  initial: NOT_ASKED,
  evolve: evolveAdjustment,
  rows: rowsOfAdjustment,
})

/** `number` is counted within the unit's plan of the year. */
export const adjustmentId = (year: Year, unit: UnitId, number: number): SubjectId =>
  `adjustment:${year}:${unit}:${number}`
