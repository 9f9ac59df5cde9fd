/** A delegation that was given for a later day begins with it, and the delegate is told (rulebook 7). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import type { DelegationEvent, DelegationState } from './delegation.ts'
import { type EndRefusal, openOne } from './end.ts'

export type BeginRefusal =
  | EndRefusal
  | { readonly code: 'clock-only' }
  | { readonly code: 'begun-delegation' }
  | { readonly code: 'early-delegation'; readonly from: LocalDate }

/** The clock says that the first day has come. Rights follow the days alone; this tells of them. */
export function beginDelegation(
  state: DelegationState,
  { number }: { readonly number: number },
  now: { readonly today: LocalDate; readonly at: Instant },
): Decision<DelegationEvent, BeginRefusal> {
  const open = openOne(state, number)
  if ('refusal' in open) return open
  const { from, standing } = open.delegation
  if (standing.status === 'begun') return refused({ code: 'begun-delegation' })
  if (from > now.today) return refused({ code: 'early-delegation', from })
  return decided<DelegationEvent>({ type: 'delegation.begun', number, at: now.at })
}
