/** Where the scores that the members agree on come from (Article 22; rulebook 5). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Policy } from './policy.ts'
import type { YearEvent, YearRefusal, YearState } from './year.ts'

/**
 * The office chooses, and the chair confirms the policy again. `deliberated`: whether a deliberation of the year was
 * opened; from then on the choice stands, so that all units are scored in one way.
 */
export function chooseAgreement(
  state: YearState,
  agreement: Policy['agreement'],
  by: Actor,
  deliberated: boolean,
): Decision<YearEvent, YearRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (state.status === 'unopened') return refused({ code: 'unopened-year' })
  if (state.phase === 'closed') return refused({ code: 'frozen-year' })
  if (deliberated) return refused({ code: 'begun-deliberations' })
  if (state.policy.agreement === agreement) return refused({ code: 'unchanged-agreement' })
  return decided<YearEvent>({ type: 'agreement.chosen', agreement })
}
