import { everyCell } from './every-cell.ts'
import { office } from './rights/office.ts'
import { officeSituations } from './situations/office.ts'

everyCell(office, officeSituations)
