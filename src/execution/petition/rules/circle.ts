/** Who of the leading group may read a petition, and who may decide on it (Article 32, rulebook 4 and 7). */
import type { PersonId } from '../../../kernel/ids.ts'
import { type Actor, holds } from '../../../organization/rules/actor.ts'

/** The one who stands before a petition, and who else is in the leading group on that day. */
export interface Circle {
  /** In whose name. */
  readonly actor: Actor
  /** By whose hand: the actor's own, or a delegate's. */
  readonly hand: PersonId
  /** Whom the petition concerns. */
  readonly concerned: readonly PersonId[]
  /** The actor or the hand wrote it. */
  readonly own: boolean
  readonly chairs: readonly PersonId[]
  readonly members: readonly PersonId[]
}

/** `decides`: answers, asks back, passes on, entrusts, closes. `entrusted`: the same, but for consent and entrusting. */
export type Standing = 'decides' | 'entrusted' | 'reads' | 'none'

/**
 * A petition about a person never comes before that person: not as chair, not as anybody's delegate. Nobody outside the
 * leading group reads one, so that only another member acts in a member's name; and nobody in the name of its writer.
 */
export function standingOf(circle: Circle, entrusted: readonly PersonId[]): Standing {
  const { actor, hand, concerned } = circle
  if (!holds(actor, 'chair') && !holds(actor, 'leading-member')) return 'none'
  if (concerned.includes(actor.id) || concerned.includes(hand)) return 'none'
  if (hand !== actor.id && (!isMember(circle, hand) || circle.own)) return 'none'
  if (chairsLeft(circle).length === 0 || holds(actor, 'chair')) return 'decides'
  return entrusted.includes(actor.id) ? 'entrusted' : 'reads'
}

export const isMember = (
  { chairs, members }: Pick<Circle, 'chairs' | 'members'>,
  person: PersonId,
): boolean => chairs.includes(person) || members.includes(person)

const without = (people: readonly PersonId[], { concerned }: Pick<Circle, 'concerned'>): PersonId[] =>
  people.filter((one) => !concerned.includes(one))

const chairsLeft = (circle: Group): PersonId[] => without(circle.chairs, circle)

type Group = Pick<Circle, 'chairs' | 'members' | 'concerned'>

/** Every member, chairs included, before whom the petition may come. */
export function readersOf(group: Group): PersonId[] {
  return [...new Set([...chairsLeft(group), ...without(group.members, group)])]
}

/** Who decides: the chair; where it concerns the chair, or there is none, each of the other members. */
export function decidersOf(group: Group): PersonId[] {
  const chairs = chairsLeft(group)
  return chairs.length > 0 ? chairs : without(group.members, group)
}

/** Passing on needs the chair's consent; where the chair may not decide, that of a second member, as far as there is one. */
export function passesAtOnce(circle: Circle): boolean {
  if (standingOf(circle, []) !== 'decides') return false
  if (chairsLeft(circle).length > 0) return true
  return decidersOf(circle).every((one) => one === circle.actor.id || one === circle.hand)
}

/** Whose consent a proposal of this person waits for. */
export function consentersOf(group: Group, proposer: PersonId): PersonId[] {
  return decidersOf(group).filter((one) => chairsLeft(group).length > 0 || one !== proposer)
}
