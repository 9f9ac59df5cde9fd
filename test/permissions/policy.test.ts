import { everyCell } from './every-cell.ts'
import { policy } from './rights/policy.ts'
import { policySituations } from './situations/policy.ts'

everyCell(policy, policySituations)
