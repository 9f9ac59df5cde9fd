import type { Instant, LocalDate } from '../../kernel/time.ts'

/** Duties that a person gave another for a span of days (rulebook 7). */
export interface DelegationTable {
  principal: string
  /** Counted from 1 for each principal. */
  number: number
  delegate: string
  /** JSON list of `{ role, scope }`; the one role `all` for every duty. */
  duties: string
  from_on: LocalDate
  /** Last day. */
  to_on: LocalDate
  given_by: string
  given_at: Instant
  /** 1 once the first day has come, and the delegate was told; rights follow the days, not this. */
  begun: 0 | 1
  /** Null while it is open: given and neither ended early nor told to be over. */
  ended_at: Instant | null
}

export interface DelegationSchema {
  delegation: DelegationTable
}
