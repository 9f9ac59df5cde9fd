/** When a plan may be adjusted (rulebook 2): from the opening of execution until the unit's assessment starts. */
import type { Year } from '../../../kernel/ids.ts'
import { isLocalDate, type LocalDate } from '../../../kernel/time.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import type { PlanState } from '../../rules/plan.ts'
import type { OwnRefusal } from './refusals.ts'

export interface Span {
  readonly phase: Phase
  /** Whether the unit's assessment has started. */
  readonly begun: boolean
  readonly plan: Pick<PlanState, 'status'>
}

/** Why nothing may be adjusted now; undefined while it may. */
export function closedAdjusting({ phase, begun, plan }: Span): OwnRefusal | undefined {
  if (plan.status !== 'in-force') return { code: 'unratified-plan' }
  if (phase === 'setting') return { code: 'early-adjustment' }
  const open = (phase === 'execution' || phase === 'assessment') && !begun
  return open ? undefined : { code: 'closed-adjustment', phase }
}

/** ◇ The last day on which others than the leading group may ask; null for none. */
export function lastDay(year: Year, adjustUntil: string | null): LocalDate | null {
  const day = `${year}-${adjustUntil}`
  return adjustUntil !== null && isLocalDate(day) ? day : null
}

export const isLate = (today: LocalDate, until: LocalDate | null): boolean => until !== null && today > until
