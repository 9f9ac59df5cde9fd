import type { Wish } from './rules/adjustment.ts'

interface About {
  /** Of the adjustment. */
  readonly number: number
  readonly kind: Wish['kind']
}

/** With whom it is now. */
export type AdjustmentNext = 'send' | 'review' | 'ratification'

/** What the commands on adjustments answer. */
export type AdjustmentDone =
  | ({ readonly code: 'adjustment-asked'; readonly next: AdjustmentNext } & About)
  | ({ readonly code: 'adjustment-revised'; readonly next: AdjustmentNext } & About)
  | ({ readonly code: 'adjustment-sent'; readonly next: AdjustmentNext } & About)
  | ({ readonly code: 'adjustment-withdrawn' } & About)
  | ({ readonly code: 'adjustment-passed' } & About)
  | ({ readonly code: 'adjustment-returned' } & About)
  | ({ readonly code: 'adjustment-voted'; readonly abstained: boolean } & About)
  | ({ readonly code: 'adjustment-ratified' } & About)
