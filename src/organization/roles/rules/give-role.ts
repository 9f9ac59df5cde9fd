/** The office gives a role, with its days (Articles 3-6). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Role } from '../../../store/schema/organization.ts'
import { type Actor, holds } from '../../rules/actor.ts'
import { isOver, type PersonEvent, type PersonState, rolesOf } from '../../rules/person.ts'
import { type DoubtFacts, doubtsOf, type RoleDoubt } from './doubts.ts'
import { overlaps, type Span } from './span.ts'

export type GiveRoleRefusal =
  | { readonly code: 'foreign-roles' }
  | { readonly code: 'own-gift' }
  | { readonly code: 'absent-person'; readonly name: string }
  | { readonly code: 'past-role' }
  | { readonly code: 'reversed-role' }
  | ({ readonly code: 'held-role'; readonly name: string } & Span)
  | { readonly code: 'taken-chair'; readonly name: string; readonly to: LocalDate | null }
  /** To be confirmed with `sure`. */
  | { readonly code: 'doubtful-role'; readonly name: string; readonly doubts: readonly RoleDoubt[] }

export interface GivingRole extends Omit<DoubtFacts, 'span'> {
  readonly by: Actor
  readonly state: PersonState
  readonly today: LocalDate
  /** The doubts were read and confirmed. */
  readonly sure: boolean
}

export const keepsRoles = (actor: Actor): boolean => holds(actor, 'office')

/** A role that runs is given longer or shorter by giving it again with other days. */
export function giveRole(wish: Span, facts: GivingRole): Decision<PersonEvent, GiveRoleRefusal> {
  const barred = refusalOfPeople(facts)
  if (barred) return refused(barred)
  const { role, scope, state, today, person } = facts
  const held = rolesOf(state).find((one) => one.role === role && one.scope === scope)
  const running = held && !isOver(held, today) && held.from <= today ? held : undefined
  const span: Span = { from: running ? running.from : wish.from, to: wish.to }
  if (held && !isOver(held, today) && held.from === span.from && held.to === span.to) {
    return refused({ code: 'held-role', name: person.name, ...span })
  }
  const misdated = refusalOfDays(span, running !== undefined, today)
  if (misdated) return refused(misdated)
  const chair = otherChair(facts, span)
  if (chair) return refused({ code: 'taken-chair', name: chair.name, to: chair.to })
  const doubts = running ? [] : doubtsOf({ ...facts, span })
  if (doubts.length > 0 && !facts.sure) return refused({ code: 'doubtful-role', name: person.name, doubts })
  return decided<PersonEvent>({ type: 'role.given', role, scope, ...span })
}

function refusalOfPeople({ by, person, state }: GivingRole): GiveRoleRefusal | undefined {
  if (!keepsRoles(by)) return { code: 'foreign-roles' }
  if (by.delegate?.id === person.id) return { code: 'own-gift' }
  return state.status === 'active' ? undefined : { code: 'absent-person', name: person.name }
}

function refusalOfDays({ from, to }: Span, runs: boolean, today: LocalDate): GiveRoleRefusal | undefined {
  if ((from < today && !runs) || (to !== null && to < today)) return { code: 'past-role' }
  return to !== null && to < from ? { code: 'reversed-role' } : undefined
}

/** Article 4: the leading group has one chair. */
const otherChair = ({ role, holders, person }: { readonly role: Role } & GivingRole, span: Span) =>
  role === 'chair' ? holders.find((one) => one.id !== person.id && overlaps(one, span)) : undefined
