import type { Drafter, GoalType } from '../../store/schema/planning.ts'
import type { Phase } from '../../store/schema/policy.ts'
import type { Fault, GoalField } from './entry.ts'
import type { Act, Assigner } from './goal.ts'

/** Something that must be filled in before sending; without a number it concerns the part as a whole. */
export interface Missing {
  readonly number: number | null
  readonly field: GoalField | 'goals'
}

export type PlanningRefusal =
  | { readonly code: 'unopened-plans' }
  | { readonly code: 'unknown-unit'; readonly unit: string }
  | { readonly code: 'closed-setting'; readonly phase: Phase }
  | { readonly code: 'ratified-plan'; readonly by: string; readonly at: Act['at'] }
  | { readonly code: 'other-drafter'; readonly type: GoalType; readonly drafter: Drafter }
  | { readonly code: 'other-sender'; readonly drafter: Drafter }
  | { readonly code: 'sent-part'; readonly drafter: Drafter; readonly by: string; readonly at: Act['at'] }
  | { readonly code: 'other-withdrawer'; readonly drafter: Drafter }
  | { readonly code: 'unsent-part'; readonly drafter: Drafter }
  | { readonly code: 'faulty-goal'; readonly faults: readonly Fault[] }
  | { readonly code: 'full-specials'; readonly limit: number }
  | { readonly code: 'saved-form'; readonly number: number }
  | { readonly code: 'other-assigner' }
  | {
      readonly code: 'assigned-goal'
      readonly number: number
      readonly as: Assigner
      readonly by: string
      readonly at: Act['at']
    }
  | { readonly code: 'unknown-goal' }
  | { readonly code: 'locked-goal'; readonly number: number; readonly status: 'sent' | 'passed' | 'ratified' }
  | { readonly code: 'changed-type'; readonly number: number }
  | { readonly code: 'missing-leader' }
  | { readonly code: 'incomplete-part'; readonly missing: readonly Missing[] }
  | { readonly code: 'other-leader' }
  | { readonly code: 'own-unit-plan' }
  | { readonly code: 'unchosen-units' }
  | { readonly code: 'nothing-passed' }
  | { readonly code: 'chair-decides' }
  | { readonly code: 'members-decide' }
  | { readonly code: 'unconfirmed-quorum' }
  | { readonly code: 'early-ratification' }
  | { readonly code: 'empty-ballot' }
  | { readonly code: 'stale-plan' }
  | {
      readonly code: 'already-decided'
      readonly number: number
      readonly outcome: 'pass' | 'return'
      readonly by: string
      readonly at: Act['at']
    }
  | {
      readonly code: 'faulty-verdicts'
      /** Numbers of goals returned without a word. */
      readonly uncommented: readonly number[]
      /** Numbers of goals with a word that are not returned. */
      readonly unreturned: readonly number[]
      readonly overlong: readonly number[]
      readonly limit: number
    }
