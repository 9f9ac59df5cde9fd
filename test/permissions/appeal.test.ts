import { everyCell } from './every-cell.ts'
import { appeal } from './rights/appeal.ts'
import { appealSituations } from './situations/appeal.ts'

everyCell(appeal, appealSituations)
