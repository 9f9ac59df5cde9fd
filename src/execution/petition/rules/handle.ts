/** The leading group's steps. Rights first, so that nobody learns from a refusal that a petition exists. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { type Circle, passesAtOnce, readersOf, type Standing, standingOf } from './circle.ts'
import type { PetitionEvent, PetitionState, Stamp, WrittenPetition } from './petition.ts'
import type { PetitionRefusal } from './refusals.ts'
import { endOf } from './write.ts'

type Verdict = Decision<PetitionEvent, PetitionRefusal>
type Allowed = { readonly petition: WrittenPetition } | { readonly refusal: PetitionRefusal }

/** Whether the person may take a step of this kind on the open petition. */
function allowed(
  state: PetitionState,
  circle: Circle,
  standings: readonly Standing[],
  own: 'own too' | 'not the own' = 'not the own',
): Allowed {
  if (state.status === 'unwritten') return refused({ code: 'foreign-petition' })
  const standing = standingOf(circle, state.entrusted)
  if (standing === 'none') return refused({ code: 'foreign-petition' })
  if (!standings.includes(standing)) return refused({ code: 'unentrusted-petition' })
  if (circle.own && own === 'not the own') return refused({ code: 'own-petition' })
  if (state.status === 'closed') return refused({ code: 'ended-petition', at: endOf(state.steps) })
  return { petition: state }
}

const ACTING: readonly Standing[] = ['decides', 'entrusted']

/** Answers, or asks back; `seen` is the number of steps on the card, so that two leaders do not answer past each other. */
export function reply(
  state: PetitionState,
  wish: Stamp & { readonly step: 'petition.answered' | 'petition.asked'; readonly seen: number },
  circle: Circle,
): Verdict {
  const may = allowed(state, circle, ACTING)
  if ('refusal' in may) return may
  const { step, seen, ...stamp } = wish
  if (seen !== may.petition.steps.length)
    return refused({ code: 'moved-petition', at: endOf(may.petition.steps) })
  return decided<PetitionEvent>({ type: step, ...stamp })
}

/** The chair lets another member act on it. */
export function entrust(
  state: PetitionState,
  wish: Stamp & { readonly to: PersonId },
  circle: Circle,
): Verdict {
  const may = allowed(state, circle, ['decides'], 'own too')
  if ('refusal' in may) return may
  if (!readersOf(circle).includes(wish.to) || wish.to === circle.actor.id)
    return refused({ code: 'unfit-member' })
  if (may.petition.entrusted.includes(wish.to)) return refused({ code: 'entrusted-member' })
  return decided<PetitionEvent>({ type: 'petition.entrusted', ...wish })
}

/** The people before whom it would come; or why nobody is meant. */
export type Receiver =
  | { readonly people: readonly PersonId[] }
  | { readonly fault: 'unknown-receiver' | 'ambiguous-receiver' }

function barTo(receiver: Receiver, { concerned }: Circle): PetitionRefusal | undefined {
  if ('fault' in receiver) return { code: receiver.fault }
  if (receiver.people.length === 0) return { code: 'headless-receiver' }
  return receiver.people.some((one) => concerned.includes(one)) ? { code: 'concerned-receiver' } : undefined
}

/** Passes it on, or asks for the consent that this needs. Never to whom it concerns. */
export function passOn(
  state: PetitionState,
  wish: Stamp & { readonly seen: number },
  circle: Circle,
  receiver: Receiver,
): Verdict {
  const may = allowed(state, circle, ACTING)
  if ('refusal' in may) return may
  const { seen, ...stamp } = wish
  if (seen !== may.petition.steps.length)
    return refused({ code: 'moved-petition', at: endOf(may.petition.steps) })
  if (may.petition.proposal !== null) return refused({ code: 'pending-passing' })
  const bar = barTo(receiver, circle)
  if (bar) return refused(bar)
  return decided<PetitionEvent>({
    type: passesAtOnce(circle) ? 'petition.passed' : 'passing.proposed',
    ...stamp,
  })
}

/** Consents to a proposal as it was seen, or declines it. Nobody consents to the own proposal, by whatever hand. */
export function consent(
  state: PetitionState,
  wish: Stamp & { readonly proposal: number; readonly agree: boolean },
  circle: Circle,
  facts: { readonly proposers: readonly PersonId[]; readonly receiver: Receiver },
): Verdict {
  const may = allowed(state, circle, ['decides'])
  if ('refusal' in may) return may
  const { proposal, agree, ...stamp } = wish
  if (may.petition.proposal !== proposal) return refused({ code: 'settled-passing' })
  if (!agree) return decided<PetitionEvent>({ type: 'passing.declined', ...stamp })
  if ([circle.actor.id, circle.hand].some((one) => facts.proposers.includes(one)))
    return refused({ code: 'own-passing' })
  const bar = barTo(facts.receiver, circle)
  if (bar) return refused(bar)
  return decided<PetitionEvent>({ type: 'petition.passed', ...stamp })
}

/** It ends when it has been answered. */
export function close(
  state: PetitionState,
  wish: Stamp & { readonly seen: number },
  circle: Circle,
): Verdict {
  const may = allowed(state, circle, ACTING)
  if ('refusal' in may) return may
  const { seen, ...stamp } = wish
  if (seen !== may.petition.steps.length)
    return refused({ code: 'moved-petition', at: endOf(may.petition.steps) })
  if (!may.petition.answered) return refused({ code: 'unanswered-petition' })
  if (may.petition.proposal !== null) return refused({ code: 'pending-passing' })
  return decided<PetitionEvent>({ type: 'petition.closed', ...stamp })
}
