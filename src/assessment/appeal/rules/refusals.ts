import type { Instant, LocalDate } from '../../../kernel/time.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import type { Status } from './appeal.ts'

export type AppealRefusal =
  | { readonly code: 'unknown-appeal' }
  | { readonly code: 'closed-appeals'; readonly phase: Phase }
  | { readonly code: 'undecided-score' }
  | { readonly code: 'appellants-only'; readonly unit: string }
  | { readonly code: 'appealing-head-only'; readonly unit: string }
  | { readonly code: 'late-appeal'; readonly lastDay: LocalDate }
  | { readonly code: 'open-appeal'; readonly number: number }
  /** The scores, or the appeal, changed since the card was drawn. */
  | { readonly code: 'stale-appeal' }
  | { readonly code: 'empty-picks' }
  | { readonly code: 'missing-why' }
  | { readonly code: 'unknown-deduction' }
  | { readonly code: 'heard-deduction'; readonly place: string }
  | { readonly code: 'crowded-appeal'; readonly most: number }
  | { readonly code: 'empty-appeal' }
  /** It is with somebody else now: by whom it was moved, and when. */
  | { readonly code: 'moved-appeal'; readonly status: Status; readonly by: string; readonly at: Instant }
  | { readonly code: 'routers-only' }
  | { readonly code: 'unassigned-group'; readonly unit: string }
  | { readonly code: 'heard-by-group' }
  | { readonly code: 'leaders-only-now' }
  | { readonly code: 'hearing-convenor-only' }
  | { readonly code: 'hearing-member-only' }
  | { readonly code: 'barred-hearing'; readonly unit: string }
  | { readonly code: 'deciders-only' }
  | { readonly code: 'faulty-verdicts'; readonly faults: readonly VerdictFault[] }
  | { readonly code: 'incomplete-verdicts'; readonly count: number }
  | { readonly code: 'small-hearing'; readonly present: number; readonly quorum: number }
  | { readonly code: 'missing-excuse-words' }
  | { readonly code: 'unput-outcome' }
  | { readonly code: 'stale-outcome'; readonly by: string; readonly at: Instant }
  | { readonly code: 'objected-outcome'; readonly by: string; readonly at: Instant }
  | { readonly code: 'repeated-second'; readonly at: Instant }
  | { readonly code: 'absent-hearer' }
  | { readonly code: 'missing-objection' }
  | { readonly code: 'missing-takeover' }
  | { readonly code: 'open-answering'; readonly lastDay: LocalDate }
  | { readonly code: 'missing-reopening' }
  | { readonly code: 'clock-only' }
  | { readonly code: 'answered-feedback' }

export interface VerdictFault {
  readonly place: string
  readonly what: 'missing-reason' | 'long-reason' | 'not-fewer' | 'broken-points' | 'unknown'
}
