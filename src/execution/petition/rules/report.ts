/** Whoever a matter was passed on to answers the leading group, and nobody else. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { type Actor, holds } from '../../../organization/rules/actor.ts'
import type { PetitionEvent, PetitionState, Stamp } from './petition.ts'
import type { PetitionRefusal } from './refusals.ts'
import { endOf } from './write.ts'

/** Where a matter was passed on to. */
export type PassedTo = { readonly person: PersonId } | { readonly unit: string }

/** The person itself, by nobody's hand; of a unit its head of the day, never one whom the petition concerns. */
export function receives(
  to: PassedTo,
  circle: { readonly actor: Actor; readonly hand: PersonId; readonly concerned: readonly PersonId[] },
): boolean {
  const { actor, hand, concerned } = circle
  if (concerned.includes(actor.id) || concerned.includes(hand)) return false
  return 'person' in to ? to.person === actor.id && hand === actor.id : holds(actor, 'head', to.unit)
}

export function reportBack(
  state: PetitionState,
  wish: Stamp & { readonly passing: number },
  isReceiver: boolean,
): Decision<PetitionEvent, PetitionRefusal> {
  const passing =
    state.status === 'unwritten' ? undefined : state.passings.find((one) => one.place === wish.passing)
  if (state.status === 'unwritten' || !passing || !isReceiver) return refused({ code: 'foreign-passing' })
  if (state.status === 'closed') return refused({ code: 'ended-petition', at: endOf(state.steps) })
  if (passing.reportedAt !== null) return refused({ code: 'reported-passing', at: passing.reportedAt })
  return decided<PetitionEvent>({ type: 'passing.reported', ...wish })
}
