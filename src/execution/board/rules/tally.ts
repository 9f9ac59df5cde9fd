/** Goals counted by the colour of their light. */
import type { LocalDate } from '../../../kernel/time.ts'
import { LIGHT_ORDER, type Light, type LightVerdict, weight } from '../../lights/rules/light.ts'
import { type Pace, type PacedGoal, paceOf } from './pace.ts'

export interface Tally {
  readonly goals: number
  readonly lights: { readonly [light in Light]: number }
  readonly overdue: number
  /** Over their budget (Article 30). */
  readonly over: number
  /** Undefined before the time of any began. */
  readonly pace: Pace | undefined
}

export type Counted = LightVerdict & PacedGoal

export function tallyOf(goals: readonly Counted[], on: LocalDate): Tally {
  const lights = { grey: 0, done: 0, green: 0, yellow: 0, orange: 0, red: 0 }
  for (const { light } of goals) lights[light] += 1
  return {
    goals: goals.length,
    lights,
    overdue: goals.filter(isOverdue).length,
    over: goals.filter(({ overBudget }) => overBudget).length,
    pace: paceOf(goals, on),
  }
}

export const isOverdue = ({ why }: LightVerdict): boolean => why.some(({ code }) => code === 'overdue')

/** Where it is not well and not late yet: where help still helps. */
export const isWarned = (verdict: LightVerdict): boolean =>
  weight(verdict.light) >= weight('yellow') && !isOverdue(verdict)

/** Below 0 where the first needs more attention: more goals of the worst colours, then less progress. */
export function byNeed(left: Tally, right: Tally): number {
  for (const light of LIGHT_ORDER.toReversed().slice(0, 3)) {
    const more = right.lights[light] - left.lights[light]
    if (more !== 0) return more
  }
  return (left.pace?.reached ?? 101) - (right.pace?.reached ?? 101)
}
