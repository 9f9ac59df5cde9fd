import type { Instant, LocalDate } from '../../kernel/time.ts'

export type GoalType = 'key' | 'special' | 'routine'
/**
 * draft: with its drafter. sent: with the leader in charge. passed: with the leading group. returned: back with its
 * drafter. ratified: while other goals of the plan are not yet. in-force: the whole plan is ratified.
 */
export type GoalStatus = 'draft' | 'sent' | 'passed' | 'returned' | 'ratified' | 'in-force' | 'cancelled'
/** Who drafts (Articles 13-15): the unit, its working group, or its leader in charge. */
export type Drafter = 'unit' | 'group' | 'leader'
export type PlanStatus = 'drafting' | 'in-review' | 'in-ratification' | 'in-force'

export interface GoalTable {
  id: string
  /** `plan:<year>:<unit>` */
  plan: string
  year: number
  unit: string
  type: GoalType
  /** 目标3: the number that people use, counted within the plan. */
  number: number
  status: GoalStatus
  drafter: Drafter
  title: string
  content: string
  /** What is measured (Article 12): indicator, unit and target, or what will be seen when it is done. */
  measure: string
  /** Of a routine goal '' until it is ratified: the work item's standard holds (Article 11). */
  criterion: string
  due_on: LocalDate | null
  /** Within its type, hundredths. */
  weight: number
  /** Of a routine goal. */
  work_item: string | null
  /** Of a key goal (Article 9). */
  priority: string | null
  /** Hundredths of a yuan (Article 30); null without one. */
  budget: number | null
  /** 1 for a special goal beyond the limit, with its justification (Article 10). */
  exception: 0 | 1
  /** The words with which a returned goal came back, else ''. */
  remark: string
  /** Of a special goal that the school assigned (Article 14). */
  assigned_by: string | null
  /** What became of it by its last adjustment, in one line (Article 17); '' where it was never adjusted. */
  adjusted: string
}

/** What is asked for of a plan in force (Article 17). */
export interface AdjustmentTable {
  /** `adjustment:<year>:<unit>:<number>` */
  id: string
  year: number
  unit: string
  number: number
  kind: 'add' | 'change' | 'cancel'
  /** Null of one to be added. */
  goal: string | null
  title: string
  /** The opened form that made it. */
  opened: string | null
  side: 'unit' | 'group' | 'leader' | 'office' | 'leading'
  status: 'draft' | 'asked' | 'reviewed' | 'returned' | 'withdrawn' | 'ratified'
  asked_by: string
  /** The words of the last return, while it is returned. */
  remark: string
  /** JSON array of the members of the leading group who have answered. */
  answered: string
  moved_at: Instant
}

export interface PlanTable {
  id: string
  year: number
  unit: string
  status: PlanStatus
  /** JSON array of the drafters who have sent their part. */
  sent_parts: string
  /** JSON array of the members of the leading group who have answered on every goal that waits for it. */
  answered: string
  /** JSON array of `GoalsAt`: how many goals each drafter has in each status, and since when. */
  goal_stages: string
  /** When it last changed. */
  moved_at: Instant | null
}

export interface PlanningSchema {
  goal: GoalTable
  plan: PlanTable
  adjustment: AdjustmentTable
}
