import { everyCell } from './every-cell.ts'
import { assessment } from './rights/assessment.ts'
import { assessmentSituations } from './situations/assessment.ts'

everyCell(assessment, assessmentSituations)
