/** What one person gave others to do (rulebook 7). Subject `delegation:<principal>`. */
import { never } from '../../../kernel/decision.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import type { Duties } from './duty.ts'

export interface Named {
  readonly id: PersonId
  readonly name: string
}

/** Who did it, under the name of that day, and when. */
export interface Act {
  readonly by: PersonId
  readonly name: string
  readonly at: Instant
}

export interface Delegation {
  /** Counted from 1 for each principal. */
  readonly number: number
  readonly principal: Named
  readonly delegate: Named
  readonly duties: Duties
  readonly from: LocalDate
  /** Last day. */
  readonly to: LocalDate
  readonly given: Act
}

export type DelegationStanding =
  /** Its first day is still to come. */
  | { readonly status: 'given' }
  | { readonly status: 'begun'; readonly at: Instant }
  | { readonly status: 'ended'; readonly act: Act }
  /** Its last day is over, and both were told. */
  | { readonly status: 'expired'; readonly at: Instant }

export type KeptDelegation = Delegation & { readonly standing: DelegationStanding }

export interface DelegationState {
  readonly given: readonly KeptDelegation[]
}

export type DelegationEvent =
  | ({ readonly type: 'delegation.given' } & Delegation)
  | { readonly type: 'delegation.begun'; readonly number: number; readonly at: Instant }
  | { readonly type: 'delegation.ended'; readonly number: number; readonly act: Act }
  | { readonly type: 'delegation.expired'; readonly number: number; readonly at: Instant }

export const NONE_GIVEN: DelegationState = { given: [] }

export function evolveDelegation({ given }: DelegationState, event: DelegationEvent): DelegationState {
  switch (event.type) {
    case 'delegation.given': {
      const { type: _, ...delegation } = event
      return { given: [...given, { ...delegation, standing: { status: 'given' } }] }
    }
    case 'delegation.begun':
      return standing(given, event.number, { status: 'begun', at: event.at })
    case 'delegation.ended':
      return standing(given, event.number, { status: 'ended', act: event.act })
    case 'delegation.expired':
      return standing(given, event.number, { status: 'expired', at: event.at })
    default:
      return never(event)
  }
}

function standing(
  given: readonly KeptDelegation[],
  number: number,
  now: DelegationStanding,
): DelegationState {
  return { given: given.map((one) => (one.number === number ? { ...one, standing: now } : one)) }
}

export const findDelegation = ({ given }: DelegationState, number: number): KeptDelegation | undefined =>
  given.find((one) => one.number === number)

/** Whether it can still be used, today or later. */
export const isOpen = ({ standing }: KeptDelegation): boolean =>
  standing.status === 'given' || standing.status === 'begun'
