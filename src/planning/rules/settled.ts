import type { Act, Goal } from './goal.ts'
import type { PlanState } from './plan.ts'

/** The plan's status follows from its parts and goals; what the leading group has begun to decide stays with it. */
export function settled(state: PlanState, act: Act): PlanState {
  // What an adjustment changes stays in force (Article 17).
  if (state.status === 'in-force') return state
  const { goals, lastNumber, parts, sent, withdrawn, votes } = state
  const complete = parts.length > 0 && parts.every((part) => sent.some((one) => one.drafter === part))
  const every = (...statuses: readonly Goal['status'][]): boolean =>
    goals.every((goal) => statuses.includes(goal.status))
  const some = (status: Goal['status']): boolean => goals.some((goal) => goal.status === status)
  const plan = { goals, lastNumber, parts, sent, withdrawn, votes }
  if (complete && goals.length > 0 && every('ratified')) {
    const inForce = goals.map((goal) =>
      goal.status === 'ratified' ? { ...goal, status: 'in-force' as const } : goal,
    )
    return { ...plan, goals: inForce, status: 'in-force', inForce: act }
  }
  const decidable = some('passed')
  const begun = state.status === 'in-ratification'
  if (decidable && (begun || (complete && every('passed', 'ratified'))))
    return { ...plan, status: 'in-ratification' }
  return { ...plan, status: some('sent') ? 'in-review' : 'drafting' }
}
