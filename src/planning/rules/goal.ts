/** A goal, from its first draft to its place in the plan in force (Articles 8-12, 16). */
import type { GoalId, PersonId, UnitId } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import type { Drafter, GoalType } from '../../store/schema/planning.ts'

/** Article 10: raise the level of work, improve the way of working, solve a matter that staff or students care about. */
export type Aim = 'level' | 'method' | 'concern'

/** Article 12: what can be counted is counted, the rest is described. `target` in hundredths. */
export type Measure =
  | {
      readonly kind: 'quantified'
      readonly indicator: string
      readonly measureUnit: string
      readonly target: number | null
    }
  | { readonly kind: 'qualitative'; readonly seen: string }

interface Common {
  readonly title: string
  readonly content: string
  readonly measure: Measure | null
  /** Within its type, hundredths. */
  readonly weight: number
  readonly owner: string
  /** Hundredths of a yuan (Article 30); null without one. */
  readonly budget: number | null
  readonly dueOn: LocalDate | null
}

export type GoalContent =
  | (Common & { readonly type: 'key'; readonly criterion: string; readonly priority: string | null })
  | (Common & {
      readonly type: 'special'
      readonly criterion: string
      readonly aim: Aim | null
      /** Why it is needed beyond the limit; '' within the limit. */
      readonly justification: string
    })
  /** Its criterion is the work item's standard, the same for every unit (Article 11). */
  | (Common & { readonly type: 'routine'; readonly workItem: string | null })

/** Who did it, with the name of that day, and when. */
export interface Act {
  readonly by: PersonId
  readonly name: string
  readonly at: Instant
}

export type Stage = 'review' | 'ratification'

export interface Return {
  readonly stage: Stage
  readonly comment: string
  readonly act: Act
}

/** As what somebody assigned a goal: the office, the working group's convenor, the leader in charge (Article 14); in force also the leading group (17). */
export type Assigner = 'office' | 'group' | 'leader' | 'leading'

export interface Assigned {
  readonly as: Assigner
  readonly act: Act
}

/** Article 17: the two lawful reasons for an adjustment. */
export type AdjustmentReason = 'urgent-task' | 'special-circumstance'

/** The adjustment by which a goal in force was added, changed or cancelled (Article 17). */
export interface Adjusted {
  /** Of the adjustment, counted within the plan. */
  readonly number: number
  readonly reason: AdjustmentReason
  readonly why: string
  readonly effectiveOn: LocalDate
  readonly asked: Act
  /** Its ratification; by a vote the answer that decided. */
  readonly act: Act
  /** Whose adjustment it was, where a reform has brought the goal to another unit since. */
  readonly unit?: UnitId
}

/** Whether it came of that adjustment of the plan's own unit. */
export const isOfAdjustment = (adjusted: Adjusted | null | undefined, number: number): boolean =>
  adjusted?.number === number && adjusted.unit === undefined

/** A goal that ended with its unit was cancelled by no adjustment (rulebook 1). */
export const BY_REFORM = 0

/** Where a goal was before a reform of the units brought it here (rulebook 1): whose it was, under which number. */
export interface Origin {
  readonly unit: UnitId
  /** Of that day. */
  readonly name: string
  readonly number: number
  /** Number of the reform, and the document that it rests on. */
  readonly reform: number
  readonly document: string
  readonly act: Act
  /** Beyond the limit of special goals of the unit that took it over, which is marked and not refused (Article 10). */
  readonly exception?: true
}

/** What a goal in force said at one time, and by what it was judged. */
export interface GoalVersion {
  readonly content: GoalContent
  readonly criterion: string
  /** Null of the version with which the plan came into force. */
  readonly adjusted: Adjusted | null
}

interface GoalBase {
  readonly id: GoalId
  readonly number: number
  readonly drafter: Drafter
  /** Rises with every change of the content; a verdict names the revision that it has seen. */
  readonly revision: number
  readonly content: GoalContent
  readonly returns: readonly Return[]
  /** Of a special goal that the school assigned: by whom. */
  readonly assigned?: Assigned
  /** What it said when it was last returned. */
  readonly returnedAs?: GoalContent
  /** The goal of last year of which it is a copy. */
  readonly copiedFrom?: GoalId
  /** The opened form that made it. */
  readonly opened?: string
  /** Of a goal that was added, changed or cancelled in force (Article 17): all its versions, the last one holds. */
  readonly versions?: readonly GoalVersion[]
  /** Of a goal that reforms brought here: where it was before, the first place first. */
  readonly origins?: readonly Origin[]
}

export type Goal = GoalBase &
  (
    | { readonly status: 'draft' }
    | { readonly status: 'returned' }
    | { readonly status: 'sent'; readonly sent: Act }
    | { readonly status: 'passed'; readonly passed: Act }
    | {
        readonly status: 'ratified' | 'in-force'
        readonly passed: Act
        readonly ratified: Act
        readonly criterion: string
      }
    | {
        readonly status: 'cancelled'
        readonly passed: Act
        readonly ratified: Act
        readonly criterion: string
        readonly cancelled: Adjusted
      }
  )

/** A goal that counts: whatever its status, but not cancelled (rulebook 5.1). */
export const counts = (goal: Goal): boolean => goal.status !== 'cancelled'

/** Whether the drafter may still change it. */
export const isOpen = (goal: Goal): boolean => goal.status === 'draft' || goal.status === 'returned'

/** Article 10: a special goal beyond the limit, which carries its justification and is marked wherever it is decided. */
export const isException = (content: GoalContent): boolean =>
  content.type === 'special' && content.justification !== ''

/** Article 10: an exception by its own words, or because a reform brought it to a unit that had its special goals already. */
export const isMarked = (goal: Pick<Goal, 'content' | 'origins'>): boolean =>
  isException(goal.content) || goal.origins?.at(-1)?.exception === true

/** The last decision about the goal, by the leader in charge or the leading group; undefined where there was none. */
export function lastDecision(goal: Goal): (Act & { readonly outcome: 'pass' | 'return' }) | undefined {
  switch (goal.status) {
    case 'passed':
      return { ...goal.passed, outcome: 'pass' }
    case 'ratified':
    case 'in-force':
      return { ...goal.ratified, outcome: 'pass' }
    case 'cancelled':
      return { ...goal.cancelled.act, outcome: 'pass' }
    case 'returned': {
      const last = goal.returns.at(-1)
      return last && { ...last.act, outcome: 'return' }
    }
    case 'draft':
    case 'sent':
      return undefined
  }
}

/** What other chapters need of a goal: in force, numbered as people name it. */
export interface GoalInForce {
  readonly id: GoalId
  readonly number: number
  readonly type: GoalType
  readonly title: string
  readonly content: string
  /** As text. */
  readonly measure: string
  readonly criterion: string
  readonly dueOn: LocalDate | null
  /** Within its type, hundredths. */
  readonly weight: number
  /** `12月1日调整：完成时限 6月30日→9月30日`; absent where it was never adjusted (Article 17). */
  readonly adjusted?: string
}
