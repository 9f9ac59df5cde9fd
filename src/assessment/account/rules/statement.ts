/** What a unit states of one goal (rulebook 5): what was reached, the evidence, and why where it fell short. */
import { isReached, type Yardstick } from './yardstick.ts'

/** Of a goal that is described and not counted, as the unit says. */
export type Met = 'met' | 'partly' | 'unmet'

export interface Statement {
  /** What the indicator came to, hundredths; null where the goal is not counted, or nothing is said yet. */
  readonly value: number | null
  /** Null where the goal is counted, or nothing is said yet. */
  readonly met: Met | null
  readonly words: string
  /** Why it fell short; '' where it did not, or nothing is said yet. */
  readonly reason: string
  /** Ids of files that the year's reports on the goal carried. */
  readonly evidence: readonly string[]
}

export const NOTHING_SAID: Statement = { value: null, met: null, words: '', reason: '', evidence: [] }

/** Longest text of one answer: an input of a card takes 1,000 characters. */
export const LONGEST_WORDS = 900
export const MOST_FILES = 20

export type Lack = 'value' | 'met' | 'words' | 'reason'

/** Whether less was reached than was to be; false while that is not said. */
export function fellShort({ value, met }: Statement, yardstick: Yardstick): boolean {
  if (yardstick.kind === 'counted') return value !== null && !isReached(value, yardstick)
  return met === 'partly' || met === 'unmet'
}

/** Everything that is missing in it, at once. */
export function lacksIn(said: Statement, yardstick: Yardstick): readonly Lack[] {
  const counted = yardstick.kind === 'counted'
  return [
    ...(counted && said.value === null ? (['value'] as const) : []),
    ...(!counted && said.met === null ? (['met'] as const) : []),
    ...(said.words === '' ? (['words'] as const) : []),
    ...(fellShort(said, yardstick) && said.reason === '' ? (['reason'] as const) : []),
  ]
}
