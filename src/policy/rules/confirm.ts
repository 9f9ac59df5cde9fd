/** The leading group's confirmation of the year's policy, by its notice (rulebook, preface). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import { markOf } from './mark.ts'
import { completePolicy } from './policy.ts'
import { signedBy } from './signed.ts'
import type { OpenYearState, YearEvent, YearRefusal, YearState } from './year.ts'

/** The leading group confirms the year's policy, as seen, with the notice's number; without it no results can be proposed. */
export function confirmPolicy(
  state: YearState,
  command: { readonly notice: string; readonly seen: string },
  by: Actor,
  at: Instant,
): Decision<YearEvent, YearRefusal> {
  if (!holds(by, 'chair')) return refused({ code: 'chair-only' })
  if (state.status === 'unopened') return refused({ code: 'unopened-year' })
  if (state.phase === 'closed') return refused({ code: 'frozen-year' })
  if (state.notice !== null) {
    const signed = state.confirmed && { signed: state.confirmed }
    return refused({ code: 'confirmed-policy', notice: state.notice, ...signed })
  }
  if (markOfPolicy(state) !== command.seen) return refused({ code: 'stale-policy' })
  return decided<YearEvent>({ type: 'policy.confirmed', notice: command.notice, signed: signedBy(by, at) })
}

/** Mark of what a confirmation confirms: the policy and all coefficients. */
export function markOfPolicy({
  policy,
  coefficients,
}: Pick<OpenYearState, 'policy' | 'coefficients'>): string {
  const units = Object.keys(coefficients).sort()
  return markOf([completePolicy(policy), units.map((unit) => [unit, coefficients[unit]])])
}
