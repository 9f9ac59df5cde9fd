/** How goals are ratified this year (Article 16): by the chair, or by a quorum of the leading group. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Ratification } from './policy.ts'
import type { YearEvent, YearRefusal, YearState } from './year.ts'

/**
 * The office chooses, and the chair confirms the policy again. Until then nobody but the chair gains by it: a quorum
 * ratifies nothing before it is confirmed.
 */
export function chooseRatification(
  state: YearState,
  ratification: Ratification,
  by: Actor,
): Decision<YearEvent, YearRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (state.status === 'unopened') return refused({ code: 'unopened-year' })
  if (state.phase === 'closed') return refused({ code: 'frozen-year' })
  if (isSame(state.policy.ratification, ratification)) return refused({ code: 'unchanged-ratification' })
  return decided<YearEvent>({ type: 'ratification.chosen', ratification })
}

function isSame(one: Ratification, other: Ratification): boolean {
  if (one === 'chair' || other === 'chair') return one === other
  return one.agree === other.agree
}
