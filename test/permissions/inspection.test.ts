import { everyCell } from './every-cell.ts'
import { inspection } from './rights/inspection.ts'
import { inspectionSituations } from './situations/inspection.ts'

everyCell(inspection, inspectionSituations)
