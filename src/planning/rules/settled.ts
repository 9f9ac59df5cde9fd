import type { Drafter } from '../../store/schema/planning.ts'
import type { Act, Goal } from './goal.ts'
import type { PlanState } from './plan.ts'

/** Of goals in force that a reform brought there is nothing to send (rulebook 1). */
const isTakenOver = (goals: readonly Goal[]): boolean =>
  goals.length > 0 &&
  goals.every(
    ({ status, origins }) => origins !== undefined && (status === 'in-force' || status === 'cancelled'),
  )

/** The plan's status follows from its parts and goals; what the leading group has begun to decide stays with it. */
export function settled(state: PlanState, act: Act): PlanState {
  // What an adjustment changes stays in force (Article 17).
  if (state.status === 'in-force') return state
  const { goals, lastNumber, parts, sent, withdrawn, votes, left } = state
  const isSent = (part: Drafter): boolean =>
    sent.some((one) => one.drafter === part) || isTakenOver(goals.filter((goal) => goal.drafter === part))
  const complete = parts.length > 0 ? parts.every(isSent) : isTakenOver(goals)
  const every = (...statuses: readonly Goal['status'][]): boolean =>
    goals.every((goal) => statuses.includes(goal.status))
  const some = (status: Goal['status']): boolean => goals.some((goal) => goal.status === status)
  const plan = { goals, lastNumber, parts, sent, withdrawn, votes, ...(left && { left }) }
  const whole = goals.length > 0 && every('ratified', 'in-force', 'cancelled')
  if (whole && complete) {
    const inForce = goals.map((goal) =>
      goal.status === 'ratified' ? { ...goal, status: 'in-force' as const } : goal,
    )
    return { ...plan, goals: inForce, status: 'in-force', inForce: act }
  }
  const decidable = some('passed')
  const begun = state.status === 'in-ratification'
  if (decidable && (begun || (complete && every('passed', 'ratified', 'in-force', 'cancelled'))))
    return { ...plan, status: 'in-ratification' }
  return { ...plan, status: some('sent') ? 'in-review' : 'drafting' }
}
