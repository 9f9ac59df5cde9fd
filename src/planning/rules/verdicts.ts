/** What review and ratification have in common: verdicts on goals that were seen in a certain revision. */
import type { GoalId } from '../../kernel/ids.ts'
import { standardsMark } from './criterion.ts'
import type { WorkItem } from './entry.ts'
import { type Goal, lastDecision } from './goal.ts'
import type { PlanState, Returned } from './plan.ts'
import type { PlanningRefusal } from './refusals.ts'

/** Revisions by goal, as the person who decides saw them. */
export type Seen = { readonly [goal: GoalId]: number }

export interface Verdict {
  readonly goal: GoalId
  /** null where nothing was chosen: the goal passes. */
  readonly verdict: 'pass' | 'return' | null
  readonly comment: string
}

/** The goals decided are those in `seen`; each passes unless a verdict returns it. */
export interface Ballot {
  readonly seen: Seen
  /** The mark of the standards that the person saw with the goals (Article 11). */
  readonly standards: string
  readonly verdicts: readonly Verdict[]
  /** Whether a member of a quorum abstains on the goals that no verdict returns. */
  readonly abstain: boolean
}

export const COMMENT_LENGTH = 500

export interface Sorted {
  readonly passed: readonly Goal[]
  readonly returned: readonly Returned[]
}

/** Sorts the goals by their verdicts, or says why the ballot can't be taken: decided before, changed since, faulty. */
export function sortBallot(
  state: PlanState,
  ballot: Ballot,
  awaited: 'sent' | 'passed',
  workItems: readonly WorkItem[],
): Sorted | { readonly refusal: PlanningRefusal } {
  const found = findSeen(state, ballot.seen, awaited)
  if ('refusal' in found) return found
  const { goals } = found
  if (standardsMark(goals, workItems) !== ballot.standards) return { refusal: { code: 'stale-plan' } }
  if (ballot.verdicts.some((one) => !goals.some((goal) => goal.id === one.goal))) {
    return { refusal: { code: 'stale-plan' } }
  }
  const refusal = faultyVerdicts(goals, ballot.verdicts)
  if (refusal) return { refusal }
  const comments = new Map(
    ballot.verdicts.filter((one) => one.verdict === 'return').map((one) => [one.goal, one.comment.trim()]),
  )
  return {
    passed: goals.filter((goal) => !comments.has(goal.id)),
    returned: [...comments].map(([goal, comment]) => ({ goal, comment })),
  }
}

/** Whether exactly these goals were seen, each as it is now. */
export function isAsSeen(goals: readonly Goal[], seen: Seen): boolean {
  return Object.keys(seen).length === goals.length && goals.every((goal) => seen[goal.id] === goal.revision)
}

function findSeen(
  state: PlanState,
  seen: Seen,
  awaited: 'sent' | 'passed',
): { readonly goals: readonly Goal[] } | { readonly refusal: PlanningRefusal } {
  const ids = Object.keys(seen)
  if (ids.length === 0) return { refusal: { code: 'empty-ballot' } }
  const goals = state.goals.filter((goal) => ids.includes(goal.id))
  const other = goals.find((goal) => goal.status !== awaited)
  const decision = other && lastDecision(other)
  if (other && decision && other.revision === seen[other.id]) {
    const { outcome, name: by, at } = decision
    return { refusal: { code: 'already-decided', number: other.number, outcome, by, at } }
  }
  const changed = goals.length < ids.length || goals.some((goal) => goal.revision !== seen[goal.id])
  return other || changed ? { refusal: { code: 'stale-plan' } } : { goals }
}

/** A returned goal needs a word, and a word for a goal that passes would reach nobody. */
function faultyVerdicts(goals: readonly Goal[], verdicts: readonly Verdict[]): PlanningRefusal | undefined {
  const numbers = (isFaulty: (verdict: Verdict, length: number) => boolean): number[] =>
    goals
      .filter((goal) =>
        verdicts.some((one) => one.goal === goal.id && isFaulty(one, Array.from(one.comment.trim()).length)),
      )
      .map((goal) => goal.number)
  const uncommented = numbers((one, length) => one.verdict === 'return' && length === 0)
  const unreturned = numbers((one, length) => one.verdict !== 'return' && length > 0)
  const overlong = numbers((_, length) => length > COMMENT_LENGTH)
  if (uncommented.length + unreturned.length + overlong.length === 0) return undefined
  return { code: 'faulty-verdicts', uncommented, unreturned, overlong, limit: COMMENT_LENGTH }
}

/** What a person who is shown these goals sees of them. */
export function seenOf(goals: readonly Goal[]): Seen {
  return Object.fromEntries(goals.map((goal) => [goal.id, goal.revision]))
}
