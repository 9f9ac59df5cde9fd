import { everyCell } from './every-cell.ts'
import { results } from './rights/results.ts'
import { resultsSituations } from './situations/results.ts'

everyCell(results, resultsSituations)
