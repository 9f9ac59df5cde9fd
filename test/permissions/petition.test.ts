import { everyCell } from './every-cell.ts'
import { petition } from './rights/petition.ts'
import { petitionSituations } from './situations/petition.ts'

everyCell(petition, petitionSituations)
