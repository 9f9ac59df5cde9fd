import type { LocalDate } from '../../../kernel/time.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import type { Fault } from '../../rules/entry.ts'
import type { Act } from '../../rules/goal.ts'
import type { PlanningRefusal } from '../../rules/refusals.ts'
import type { AdjustmentState, Side } from './adjustment.ts'

/** A question that every adjustment asks. */
export interface WordFault {
  readonly field: 'reason' | 'why' | 'effectiveOn'
  readonly fault: 'missing' | 'too-long' | 'not-a-date' | 'too-early' | 'too-late'
  /** Characters, where it is too long. */
  readonly limit?: number
  /** The first day, where it is too early. */
  readonly from?: LocalDate
}

export type OwnRefusal =
  | { readonly code: 'hidden-plan' }
  | { readonly code: 'unratified-plan' }
  | { readonly code: 'early-adjustment' }
  | { readonly code: 'closed-adjustment'; readonly phase: Phase }
  | { readonly code: 'late-adjustment'; readonly until: LocalDate }
  | { readonly code: 'other-asker'; readonly side: Side | null }
  | { readonly code: 'other-asking-sender'; readonly side: Side }
  | { readonly code: 'absent-target' }
  | {
      readonly code: 'cancelled-target'
      readonly number: number
      readonly by: string
      readonly at: Act['at']
    }
  | { readonly code: 'stale-goal'; readonly number: number }
  | {
      readonly code: 'open-adjustment'
      readonly adjustment: number
      readonly number: number
      readonly by: string
    }
  | { readonly code: 'last-goal'; readonly number: number }
  | { readonly code: 'ended-reference' }
  | { readonly code: 'unchanged-target'; readonly number: number }
  | {
      readonly code: 'faulty-adjustment'
      readonly faults: readonly Fault[]
      readonly words: readonly WordFault[]
    }
  | { readonly code: 'stale-adjustment' }
  | {
      readonly code: 'moved-adjustment'
      readonly status: AdjustmentState['status']
      readonly by: string
      readonly at: Act['at']
    }
  | { readonly code: 'missing-comment' }
  | { readonly code: 'needless-comment' }
  | { readonly code: 'overlong-comment'; readonly limit: number }

export type AdjustmentRefusal = OwnRefusal | PlanningRefusal
