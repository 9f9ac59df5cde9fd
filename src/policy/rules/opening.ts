/** When what is refused in a phase that is not on will be open (rulebook 2). */
import type { LocalDate } from '../../kernel/time.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { type Calendar, opensOn } from './calendar.ts'
import { isBefore } from './reopening.ts'

/** Every refusal whose cause is a phase that is not on, by the phase in which the act is open. */
export const OPENS_WITH: { readonly [code: string]: Phase } = {
  'closed-execution': 'execution',
  'closed-inspection': 'execution',
  'closed-finding': 'execution',
  'closed-petitions': 'execution',
  'early-adjustment': 'execution',
  'late-judge': 'execution',
  'closed-appeals': 'assessment',
  'closed-feedback': 'assessment',
  'closed-phase': 'assessment',
  'early-account': 'assessment',
  'early-gate': 'assessment',
  'early-results': 'results',
}

/** The phase that is waited for, and how: `on` a planned day to come, else when the office opens it, or closes what it reopened. */
export type Opening =
  | { readonly phase: Phase; readonly how: 'planned'; readonly on: LocalDate }
  | { readonly phase: Phase; readonly how: 'by-office' | 'after-reopening' }

interface Present {
  readonly phase: Phase
  readonly calendar?: Calendar
}

/**
 * `now`: the phase that counts for who was refused; the year's, but for a unit with an earlier one open again. Null where
 * the phase that is asked for is on, or over.
 */
export function openingOf(year: Present, now: Phase, wanted: Phase, today: LocalDate): Opening | null {
  if (!isBefore(now, wanted)) return null
  if (!isBefore(year.phase, wanted)) return { phase: wanted, how: 'after-reopening' }
  const on = opensOn(year, wanted, today)
  return on === null ? { phase: wanted, how: 'by-office' } : { phase: wanted, how: 'planned', on }
}
