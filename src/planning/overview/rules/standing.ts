/** How far a unit's goals are, drafter by drafter: what lists and reminders need without opening the plan itself. */
import type { Instant } from '../../../kernel/time.ts'
import type { Drafter, GoalStatus } from '../../../store/schema/planning.ts'
import type { Goal } from '../../rules/goal.ts'

/** The goals of one drafter in one status. */
export interface GoalsAt {
  readonly drafter: Drafter
  readonly status: GoalStatus
  readonly count: number
  /** Since when somebody is to act on them: the first that was sent or returned, the last that was passed; null of drafts. */
  readonly since: Instant | null
}

/** Counts the goals by drafter and status, in the order in which they first appear. */
export function standingOf(goals: readonly Goal[]): GoalsAt[] {
  const groups = new Map<string, GoalsAt>()
  for (const goal of goals) {
    const { drafter, status } = goal
    const key = `${drafter}:${status}`
    const group = groups.get(key)
    const since = sinceOf(goal)
    groups.set(key, {
      ...{ drafter, status, count: (group?.count ?? 0) + 1 },
      since: group ? pick(status, group.since, since) : since,
    })
  }
  return [...groups.values()]
}

function sinceOf(goal: Goal): Instant | null {
  switch (goal.status) {
    case 'draft':
      return null
    case 'returned':
      return goal.returns.at(-1)?.act.at ?? null
    case 'sent':
      return goal.sent.at
    case 'passed':
      return goal.passed.at
    case 'ratified':
    case 'in-force':
      return goal.ratified.at
    case 'cancelled':
      return goal.cancelled.act.at
  }
}

/** A plan comes to its ratification with the last goal that passes; the other steps begin with the first. */
function pick(status: GoalStatus, one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other
  const [first, last] = one < other ? [one, other] : [other, one]
  return status === 'sent' || status === 'returned' ? first : last
}
