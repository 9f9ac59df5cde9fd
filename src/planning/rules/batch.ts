/** Passing several units’ plans at once: only what the leader in charge has seen, and nothing beyond the limit. */
import { type Decision, refused } from '../../kernel/decision.ts'
import { isLeaderOf } from '../../organization/rules/actor.ts'
import { markOf } from '../../policy/rules/mark.ts'
import { standardsMark } from './criterion.ts'
import { type Deciding, reviewPlan } from './decide.ts'
import type { WorkItem } from './entry.ts'
import { type Goal, isMarked } from './goal.ts'
import type { PlanEvent, PlanState } from './plan.ts'
import type { PlanningRefusal } from './refusals.ts'
import { seenOf } from './verdicts.ts'

export type BatchRefusal =
  | PlanningRefusal
  | { readonly code: 'exceptional-goals'; readonly numbers: readonly number[] }

/** The goals of a plan that wait for the leader in charge. */
export const goalsToReview = ({ goals }: PlanState): Goal[] => goals.filter((goal) => goal.status === 'sent')

/** A mark of the goals that wait and of their standards. */
export function reviewMark(state: PlanState, workItems: readonly WorkItem[]): string {
  const waiting = goalsToReview(state)
  return markOf([seenOf(waiting), standardsMark(waiting, workItems)])
}

/** Passes all goals that wait; Article 10: one beyond the limit is looked at by itself, and the plan is left out. */
export function passWhole(state: PlanState, seen: string, d: Deciding): Decision<PlanEvent, BatchRefusal> {
  if (!isLeaderOf(d.by, d.place.unit)) return refused({ code: 'other-leader' })
  const waiting = goalsToReview(state)
  if (waiting.length === 0) return refused({ code: 'empty-ballot' })
  if (reviewMark(state, d.workItems) !== seen) return refused({ code: 'stale-plan' })
  const exceptions = waiting.filter(isMarked).map((goal) => goal.number)
  if (exceptions.length > 0) return refused({ code: 'exceptional-goals', numbers: exceptions })
  const standards = standardsMark(waiting, d.workItems)
  return reviewPlan(state, { seen: seenOf(waiting), standards, verdicts: [], abstain: false }, d)
}
