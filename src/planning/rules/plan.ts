/** A unit's plan of the year: its goals, drafted in parts, reviewed, ratified, in force (rulebook 3). Subject `plan:<year>:<unit>`. */
import type { GoalId, UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Drafter, GoalType, PlanStatus } from '../../store/schema/planning.ts'
import type { Act, Adjusted, Assigned, Assigner, Goal, GoalContent } from './goal.ts'
import type { Vote } from './vote.ts'

interface PlanBase {
  readonly goals: readonly Goal[]
  /** The highest number given so far; a number is never given again. */
  readonly lastNumber: number
  /** The drafters whose parts the plan consists of; known from the first part that is sent. */
  readonly parts: readonly Drafter[]
  readonly sent: readonly SentPart[]
  /** The parts that their senders took back and have not sent again. */
  readonly withdrawn: readonly WithdrawnPart[]
  /** What members of the leading group answered, where it ratifies by a quorum. */
  readonly votes: readonly Vote[]
  /** The goals that a reform of the units took away, each with where it went; absent where there were none. */
  readonly left?: readonly Left[]
}

/** A goal that left the plan: to another unit, or, with a reason, to none (rulebook 1). */
export interface Left {
  readonly goal: GoalId
  readonly number: number
  readonly type: GoalType
  readonly title: string
  readonly to: { readonly unit: UnitId; readonly name: string; readonly number: number } | null
  /** Why nobody took it over; '' where somebody did. */
  readonly reason: string
  readonly effectiveOn: LocalDate
  readonly reform: number
  readonly document: string
  readonly act: Act
}

export interface SentPart {
  readonly drafter: Drafter
  /** Those that this sending carried. */
  readonly goals: readonly GoalId[]
  readonly act: Act
}

export interface WithdrawnPart {
  readonly drafter: Drafter
  readonly act: Act
}

export type PlanState = PlanBase &
  (
    | { readonly status: Exclude<PlanStatus, 'in-force'> }
    | { readonly status: 'in-force'; readonly inForce: Act }
  )

export interface Returned {
  readonly goal: GoalId
  readonly comment: string
}

export type PlanEvent =
  | AdjustmentOfPlan
  | ReformOfPlan
  | {
      readonly type: 'goal.drafted'
      readonly goal: GoalId
      readonly number: number
      readonly drafter: Drafter
      readonly content: GoalContent
      /** The goal of last year of which it is a copy. */
      readonly copiedFrom?: GoalId
      /** The opened form that it comes from. */
      readonly opened?: string
      readonly act: Act
    }
  | {
      readonly type: 'goal.assigned'
      readonly goal: GoalId
      readonly number: number
      readonly content: GoalContent
      readonly as: Assigner
      readonly act: Act
    }
  | {
      readonly type: 'goal.revised'
      readonly goal: GoalId
      readonly content: GoalContent
      readonly act: Act
    }
  | { readonly type: 'goal.removed'; readonly goal: GoalId; readonly act: Act }
  | {
      readonly type: 'part.sent'
      readonly drafter: Drafter
      readonly parts: readonly Drafter[]
      readonly goals: readonly GoalId[]
      /** `own-draft`: the leader in charge drafted it himself, so that it goes to ratification without a second review. */
      readonly review: 'asked' | 'own-draft'
      readonly act: Act
    }
  | {
      readonly type: 'part.withdrawn'
      readonly drafter: Drafter
      readonly goals: readonly GoalId[]
      readonly act: Act
    }
  | {
      readonly type: 'plan.reviewed'
      readonly passed: readonly GoalId[]
      readonly returned: readonly Returned[]
      readonly act: Act
    }
  | ({ readonly type: 'plan.voted' } & Vote)
  | {
      readonly type: 'plan.ratified'
      /** With the criterion that holds from now on; of a routine goal the standard of the day. */
      readonly ratified: readonly { readonly goal: GoalId; readonly criterion: string }[]
      readonly returned: readonly Returned[]
      /** Of how many members how many had to agree, where a quorum ratified; the act is that of the deciding answer. */
      readonly quorum?: { readonly needed: number; readonly members: number }
      readonly act: Act
    }

/** What an adjustment makes of a goal of a plan in force (Article 17); each carries all that holds from then on. */
export type AdjustmentOfPlan =
  | {
      readonly type: 'goal.added'
      readonly goal: GoalId
      readonly number: number
      readonly drafter: Drafter
      readonly content: GoalContent
      readonly criterion: string
      /** Of a special goal that the school asked for: it takes none of the unit's places (Articles 10, 14). */
      readonly assigned?: Assigned
      readonly adjusted: Adjusted
      readonly passed: Act
      readonly act: Act
    }
  | {
      readonly type: 'goal.adjusted'
      readonly goal: GoalId
      readonly content: GoalContent
      readonly criterion: string
      readonly adjusted: Adjusted
      readonly act: Act
    }
  | {
      readonly type: 'goal.cancelled'
      readonly goal: GoalId
      readonly adjusted: Adjusted
      readonly act: Act
    }

/** What a reform of the units makes of two plans: what leaves the one comes to the other whole, with its versions (rulebook 1). */
export type ReformOfPlan =
  | { readonly type: 'goal.moved-out'; readonly left: Left; readonly act: Act }
  | {
      readonly type: 'goal.moved-in'
      /** As it is in its new plan, its number there and its origins included. */
      readonly goal: Goal
      readonly act: Act
    }

export const NEW_PLAN: PlanState = {
  status: 'drafting',
  goals: [],
  lastNumber: 0,
  parts: [],
  sent: [],
  withdrawn: [],
  votes: [],
}
