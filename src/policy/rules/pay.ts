/** The ratios of performance pay, as the year's notice has them (Article 26). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { PayPolicy } from './policy.ts'
import type { YearEvent, YearRefusal, YearState } from './year.ts'

/** The office sets them, and the chair confirms the policy again; once results are ratified they stand. */
export function choosePay(
  state: YearState,
  pay: PayPolicy,
  by: Actor,
  ratified: boolean,
): Decision<YearEvent, YearRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (state.status === 'unopened') return refused({ code: 'unopened-year' })
  if (ratified || state.phase === 'closed') return refused({ code: 'frozen-year' })
  if (isSame(state.policy.pay, pay)) return refused({ code: 'unchanged-pay' })
  return decided<YearEvent>({ type: 'pay.chosen', pay })
}

/** A year that was opened before pay was known to the policy has none. */
function isSame(one: PayPolicy | undefined, other: PayPolicy): boolean {
  const keys = ['excellentUp', 'qualifiedUp', 'unqualifiedDown', 'base'] as const
  return keys.every((key) => (one?.[key] ?? null) === other[key])
}
