import { everyCell } from './every-cell.ts'
import { execution } from './rights/execution.ts'
import { executionSituations } from './situations/execution.ts'

everyCell(execution, executionSituations)
