/** From when to when a role is held, in whole days, the last with it. */
import type { LocalDate } from '../../../kernel/time.ts'

export interface Span {
  readonly from: LocalDate
  /** Last day; null without an end. */
  readonly to: LocalDate | null
}

/** Whether the two have a day in common. */
export const overlaps = (left: Span, right: Span): boolean =>
  (right.to === null || left.from <= right.to) && (left.to === null || right.from <= left.to)

/** Whether the day is in it. */
export const holdsOn = ({ from, to }: Span, day: LocalDate): boolean =>
  from <= day && (to === null || to >= day)

/** Whether it is held on some day from this one on. */
export const goesOn = ({ from, to }: Span, day: LocalDate): boolean =>
  to === null || (to >= day && to >= from)
