import type { Instant, LocalDate } from '../../kernel/time.ts'

/** The final score of a unit's year, once the group has decided (Article 22). */
export interface ScoreTable {
  year: number
  unit: string
  /** `assessment:<year>:<unit>` */
  assessment: string
  status: 'sheets' | 'deliberation' | 'decided'
  /** Hundredths (at two decimals of policy.rounding); null until decided. */
  final: number | null
  /** unanswered, received (confirmed receipt), appealed */
  answer: 'unanswered' | 'received' | 'appealed' | null
}

/** Where a unit's own account stands (rulebook 5). */
export interface UnitAccountTable {
  /** `account:<year>:<unit>` */
  id: string
  year: number
  unit: string
  status: 'draft' | 'signed'
  /** Rises with everything that is stated. */
  revision: number
  signed_by: string | null
  signed_at: Instant | null
  moved_at: Instant
}

/** What the account says of a goal. */
export interface UnitAccountGoalTable {
  account: string
  goal: string
  words: string
  /** 1 where the goal fell short. */
  short: 0 | 1
  reason: string
}

/** A member's sheet on a unit, without what is in it. */
export interface SheetTable {
  year: number
  unit: string
  member: string
  status: 'draft' | 'sent' | 'excused' | 'closed'
  /** Revision of the signed account on which it was sent; null where there was none. */
  account: number | null
  sent_at: Instant | null
}

/** That a sheet has weighed a finding. */
export interface SheetFindingTable {
  year: number
  unit: string
  member: string
  finding: number
}

/** How the version of a unit's scores that holds was answered; `from_on` is when the days to answer began. */
export interface FeedbackTable {
  year: number
  unit: string
  answer: 'waiting' | 'received' | 'appealed' | 'settled' | 'silent'
  from_on: LocalDate
  at: Instant
}

/** Where an appeal stands, without its words. */
export interface AppealTable {
  year: number
  unit: string
  number: number
  status: 'draft' | 'sent' | 'with-group' | 'agreed' | 'with-leaders' | 'decided' | 'withdrawn'
  /** How many deductions it is against. */
  items: number
  heard_by: 'group' | 'leaders' | null
  outcome: 'kept' | 'changed' | null
  sent_at: Instant | null
  moved_at: Instant
  /** JSON list of those whose word is waited for; null while nothing is put to the members. */
  awaited: string | null
}

/** A version of a score: never changed. */
export interface ScoreVersionTable {
  year: number
  unit: string
  version: number
  /** Hundredths; null without coefficients. */
  final: number | null
  /** The appeal that led to it; null of the first. */
  appeal: number | null
  at: Instant
}

/** The goals of one type of a unit that is scored, added up; `weights` in hundredths, `weighted` in ten-thousandths. */
export interface TypeSumTable {
  year: number
  unit: string
  type: 'key' | 'special' | 'routine'
  regime: 'standard' | 'graded'
  weights: number
  /** Σ weight × score */
  weighted: number
}

export interface AssessmentSchema {
  score: ScoreTable
  type_sum: TypeSumTable
  feedback: FeedbackTable
  appeal: AppealTable
  score_version: ScoreVersionTable
  unit_account: UnitAccountTable
  unit_account_goal: UnitAccountGoalTable
  sheet: SheetTable
  sheet_finding: SheetFindingTable
}
