/** How a delegation ends: early, by one of those whom it concerns, or with its last day (rulebook 7). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import { type Actor, holds } from '../../rules/actor.ts'
import {
  type DelegationEvent,
  type DelegationState,
  findDelegation,
  type KeptDelegation,
} from './delegation.ts'

export type EndRefusal =
  | { readonly code: 'unknown-delegation' }
  | { readonly code: 'foreign-delegation'; readonly name: string }
  /** `by`: '' where its last day was over. */
  | { readonly code: 'ended-delegation'; readonly by: string; readonly at: Instant }
  | { readonly code: 'running-delegation'; readonly to: LocalDate }

/** Whether the person may end it early: who gave the duties, who holds them, and the office. */
export function mayEnd(
  actor: Actor,
  one: { readonly principal: PersonId; readonly delegate: PersonId },
): boolean {
  if (actor.delegate) return false
  return actor.id === one.principal || actor.id === one.delegate || holds(actor, 'office')
}

export function endDelegation(
  state: DelegationState,
  { number }: { readonly number: number },
  by: Actor,
  at: Instant,
): Decision<DelegationEvent, EndRefusal> {
  const open = openOne(state, number)
  if ('refusal' in open) return open
  const { principal, delegate } = open.delegation
  if (!mayEnd(by, { principal: principal.id, delegate: delegate.id })) {
    return refused({ code: 'foreign-delegation', name: principal.name })
  }
  return decided<DelegationEvent>({
    type: 'delegation.ended',
    number,
    act: { by: by.id, name: by.name, at },
  })
}

/** The clock says that the last day is over. */
export function expireDelegation(
  state: DelegationState,
  { number }: { readonly number: number },
  now: { readonly today: LocalDate; readonly at: Instant },
): Decision<DelegationEvent, EndRefusal> {
  const open = openOne(state, number)
  if ('refusal' in open) return open
  const { to } = open.delegation
  if (to >= now.today) return refused({ code: 'running-delegation', to })
  return decided<DelegationEvent>({ type: 'delegation.expired', number, at: now.at })
}

export function openOne(
  state: DelegationState,
  number: number,
): { readonly delegation: KeptDelegation } | { readonly refusal: EndRefusal } {
  const delegation = findDelegation(state, number)
  if (!delegation) return refused({ code: 'unknown-delegation' })
  const { standing } = delegation
  switch (standing.status) {
    case 'ended':
      return refused({ code: 'ended-delegation', by: standing.act.name, at: standing.act.at })
    case 'expired':
      return refused({ code: 'ended-delegation', by: '', at: standing.at })
    case 'given':
    case 'begun':
      return { delegation }
  }
}
