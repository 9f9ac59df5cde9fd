import { everyCell } from './every-cell.ts'
import { organization } from './rights/organization.ts'
import { organizationSituations } from './situations/organization.ts'

everyCell(organization, organizationSituations)
