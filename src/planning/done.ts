import type { Drafter } from '../store/schema/planning.ts'

/** What the planning commands answer. */
export type PlanningDone =
  | { readonly code: 'goal-drafted'; readonly number: number; readonly lacks: number }
  | { readonly code: 'goal-revised'; readonly number: number; readonly lacks: number }
  | { readonly code: 'goal-removed'; readonly number: number }
  | {
      readonly code: 'goals-assigned'
      readonly units: number
      /** Units that were left out. */
      readonly left: number
    }
  | {
      readonly code: 'part-sent'
      readonly drafter: Drafter
      readonly count: number
      readonly next: 'review' | 'other-parts' | 'ratification' | 'in-force'
    }
  | { readonly code: 'part-withdrawn'; readonly drafter: Drafter; readonly count: number }
  | {
      readonly code: 'plan-reviewed'
      readonly passed: number
      readonly returned: number
      /** Goals that still wait for the leader's verdict. */
      readonly left: number
      readonly next: 'other-parts' | 'ratification'
    }
  | {
      readonly code: 'plans-reviewed'
      readonly units: number
      readonly goals: number
      /** Units that were left out. */
      readonly left: number
    }
  | {
      readonly code: 'plan-voted'
      /** Goals that the member has answered on, returned ones among them. */
      readonly answered: number
      readonly abstained: boolean
      readonly ratified: number
      readonly returned: number
      /** Goals that wait for other members. */
      readonly left: number
      readonly inForce: boolean
    }
  | {
      readonly code: 'plan-ratified'
      readonly ratified: number
      readonly returned: number
      readonly left: number
      readonly inForce: boolean
    }
