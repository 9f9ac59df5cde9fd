/** What is asked for of a plan in force, from its first draft to its ratification (Article 17). Subject `adjustment:<year>:<unit>:<number>`. */
import type { GoalId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Act, AdjustmentReason, GoalContent, Return } from '../../rules/goal.ts'
import type { Vote } from '../../rules/vote.ts'

/** Who asks: the unit, its working group, its leader in charge, the office, the leading group. */
export type Side = 'unit' | 'group' | 'leader' | 'office' | 'leading'

/** A goal as it stood when its adjustment was asked for. */
export interface Target {
  readonly goal: GoalId
  readonly number: number
  readonly revision: number
  readonly before: GoalContent
  /** By what it was judged. */
  readonly criterion: string
}

export type Wish =
  | { readonly kind: 'add'; readonly content: GoalContent }
  | ({ readonly kind: 'change'; readonly content: GoalContent } & Target)
  | ({ readonly kind: 'cancel' } & Target)

export type Request = Wish & {
  readonly reason: AdjustmentReason
  readonly why: string
  /** Null: from the day of its ratification. */
  readonly effectiveOn: LocalDate | null
  /** Ids of files that the asker sent. */
  readonly evidence: readonly string[]
}

interface Base {
  readonly side: Side
  /** Who asked first. */
  readonly asked: Act
  readonly request: Request
  /** Rises with every change; a verdict names the one that it has seen. */
  readonly revision: number
  readonly returns: readonly Return[]
  /** What it asked for when it was last returned. */
  readonly returnedAs?: Request
  /** The opened form that made it. */
  readonly opened?: string
  readonly votes: readonly Vote[]
}

interface Sent {
  readonly sent: Act
}

interface Reviewed extends Sent {
  /** Null where the leader in charge asked himself, so that it needs no review by him. */
  readonly reviewed: Act | null
}

export type AdjustmentState =
  | { readonly status: 'none' }
  | (Base & { readonly status: 'draft' | 'returned' })
  | (Base & Sent & { readonly status: 'asked' })
  | (Base & Reviewed & { readonly status: 'reviewed' })
  | (Base &
      Reviewed & {
        readonly status: 'ratified'
        readonly ratified: Act
        readonly effective: LocalDate
        readonly shares: readonly ShareChange[]
        readonly quorum?: Counts
      })
  | (Base & { readonly status: 'withdrawn'; readonly withdrawn: Act })

/** Shares of the unit's total in hundredths of a percent; null before a goal is there, and once it is cancelled. */
export interface ShareChange {
  /** Null of the goal that is to be added. */
  readonly number: number | null
  readonly before: number | null
  readonly after: number | null
}

/** Of how many members how many had to agree. */
export interface Counts {
  readonly needed: number
  readonly members: number
}

export type AdjustmentEvent =
  | {
      readonly type: 'adjustment.drafted'
      readonly side: Side
      readonly request: Request
      /** The opened form that it comes from. */
      readonly opened?: string
      readonly act: Act
    }
  | { readonly type: 'adjustment.revised'; readonly request: Request; readonly act: Act }
  | {
      readonly type: 'adjustment.sent'
      /** `own-draft`: the leader in charge asks himself, so that it goes to ratification without a second review. */
      readonly review: 'asked' | 'own-draft'
      readonly act: Act
    }
  | { readonly type: 'adjustment.passed'; readonly act: Act }
  | ({ readonly type: 'adjustment.returned' } & Return)
  | ({ readonly type: 'adjustment.voted' } & Vote)
  | {
      readonly type: 'adjustment.ratified'
      readonly goal: GoalId
      readonly effective: LocalDate
      /** What became of the shares of the goals of its type. */
      readonly shares: readonly ShareChange[]
      /** Where a quorum ratified; the act is that of the deciding answer. */
      readonly quorum?: Counts
      readonly act: Act
    }
  | { readonly type: 'adjustment.withdrawn'; readonly act: Act }

export const NOT_ASKED: AdjustmentState = { status: 'none' }

/** What is asked for, once something is. */
export type Asked = Exclude<AdjustmentState, { status: 'none' }>

/** Whether it waits for somebody. */
export const isPending = ({ status }: AdjustmentState): boolean =>
  status === 'draft' || status === 'asked' || status === 'reviewed' || status === 'returned'

/** The goal that is voted on, as the rules of a quorum know it. */
export const votedGoal = (request: Request): { readonly id: GoalId; readonly content: GoalContent } => ({
  id: request.kind === 'add' ? 'added' : request.goal,
  content: request.kind === 'cancel' ? request.before : request.content,
})
