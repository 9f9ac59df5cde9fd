/** Which steps a member of the leading group can take now: the buttons of the card. */
import type { PersonId } from '../../../kernel/ids.ts'
import { type Circle, readersOf, standingOf } from './circle.ts'
import type { WrittenPetition } from './petition.ts'

export interface Offers {
  readonly reply: boolean
  readonly pass: boolean
  readonly agree: boolean
  /** Declines the proposal, or takes the own one back. */
  readonly decline: boolean
  readonly entrust: boolean
  readonly close: boolean
}

const NOTHING: Offers = {
  ...{ reply: false, pass: false, agree: false, decline: false, entrust: false, close: false },
}

/** `proposers`: in whose name and by whose hand the open proposal was made. */
export function offersTo(petition: WrittenPetition, circle: Circle, proposers: readonly PersonId[]): Offers {
  const standing = standingOf(circle, petition.entrusted)
  if (petition.status === 'closed' || standing === 'none' || standing === 'reads') return NOTHING
  const decides = standing === 'decides'
  const acts = !circle.own
  const isProposed = petition.proposal !== null
  const isOwnProposal = proposers.includes(circle.actor.id) || proposers.includes(circle.hand)
  return {
    reply: acts,
    pass: acts && !isProposed,
    agree: acts && decides && isProposed && !isOwnProposal,
    decline: acts && decides && isProposed,
    entrust: decides && membersToEntrust(petition, circle).length > 0,
    close: acts && petition.answered && !isProposed,
  }
}

export function membersToEntrust({ entrusted }: WrittenPetition, circle: Circle): PersonId[] {
  return readersOf(circle).filter((one) => one !== circle.actor.id && !entrusted.includes(one))
}
