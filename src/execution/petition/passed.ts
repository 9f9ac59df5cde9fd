import type { PetitionPassedTable } from '../../store/schema/petition.ts'
import type { Case } from './case.ts'
import { type PassedTo, receives } from './rules/report.ts'

/** Where a row of the table leads. */
export const passedTo = ({ person, unit }: PetitionPassedTable): PassedTo =>
  person !== null ? { person } : { unit: unit ?? '' }

export const receivesNow = (to: PassedTo, { circle }: Case): boolean => receives(to, circle)
