import { everyCell } from './every-cell.ts'
import { planning } from './rights/planning.ts'
import { planningSituations } from './situations/planning.ts'

everyCell(planning, planningSituations)
