import { type LocalDate, plusDays } from '../../kernel/time.ts'
import { plusWorkingDays } from '../../kernel/working-days.ts'

/** The last day that is told of on this one: what falls on a free day is told on the last working day before it. */
export const toldUntil = (today: LocalDate): LocalDate => plusDays(plusWorkingDays(today, 1), -1)
