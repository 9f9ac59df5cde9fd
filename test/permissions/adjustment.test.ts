import { everyCell } from './every-cell.ts'
import { adjustment } from './rights/adjustment.ts'
import { adjustmentSituations } from './situations/adjustment.ts'

everyCell(adjustment, adjustmentSituations)
