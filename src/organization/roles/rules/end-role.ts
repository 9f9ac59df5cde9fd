/** The office ends a role with its last day; the last of a kind only with a successor, or knowing what stops (Articles 3-6). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import { type LocalDate, plusDays } from '../../../kernel/time.ts'
import type { Role } from '../../../store/schema/organization.ts'
import type { Actor } from '../../rules/actor.ts'
import { isOver, type PersonEvent, type PersonState, rolesOf } from '../../rules/person.ts'
import type { Holder } from './doubts.ts'
import { type GiveRoleRefusal, type GivingRole, giveRole, keepsRoles } from './give-role.ts'
import { holdsOn } from './span.ts'

export type EndRoleRefusal =
  | GiveRoleRefusal
  | { readonly code: 'unheld-role'; readonly name: string }
  | { readonly code: 'past-end' }
  | { readonly code: 'late-end'; readonly to: LocalDate }
  | { readonly code: 'unchanged-end'; readonly to: LocalDate }
  | { readonly code: 'own-successor' }
  | { readonly code: 'last-office' }
  /** To be confirmed with `sure`, which says what stops. */
  | { readonly code: 'last-role'; readonly role: Role }

/** Where the last one goes, something stops. */
const NEEDED: readonly Role[] = [
  ...(['head', 'contact', 'chair', 'office', 'lead-unit'] as const),
  ...(['working-convenor', 'inspection-convenor', 'assessment-convenor'] as const),
]

export const isNeeded = (role: Role): boolean => NEEDED.includes(role)

export interface EndingRole {
  readonly by: Actor
  readonly name: string
  readonly state: PersonState
  readonly role: Role
  readonly scope: string
  /** All who hold the same, the person with them. */
  readonly holders: readonly Holder[]
  readonly person: string
  readonly today: LocalDate
  readonly sure: boolean
  /** What is known of the one who takes it over; null for nobody. */
  readonly successor: GivingRole | null
}

/** What happens to the holder, and to the successor from the day after. */
export interface RoleEnd {
  readonly ended: readonly PersonEvent[]
  readonly given: readonly PersonEvent[]
  /** Nobody holds it after the last day. */
  readonly stops: boolean
}

export function endRole(
  { to }: { readonly to: LocalDate },
  facts: EndingRole,
): { readonly end: RoleEnd } | { readonly refusal: EndRoleRefusal } {
  const barred = refusalOfEnd(to, facts)
  if (barred) return refused(barred)
  const next = plusDays(to, 1)
  const stays = facts.holders.some((one) => one.id !== facts.person && holdsOn(one, next))
  const given = takenOver(next, facts)
  if ('refusal' in given) return given
  const stops = !stays && given.events.length === 0
  if (stops && facts.role === 'office') return refused({ code: 'last-office' })
  if (stops && isNeeded(facts.role) && !facts.sure) return refused({ code: 'last-role', role: facts.role })
  const { role, scope } = facts
  return { end: { ended: [{ type: 'role.ended', role, scope, to }], given: given.events, stops } }
}

function refusalOfEnd(to: LocalDate, facts: EndingRole): EndRoleRefusal | undefined {
  const { by, state, role, scope, today, name } = facts
  if (!keepsRoles(by)) return { code: 'foreign-roles' }
  const held = rolesOf(state).find((one) => one.role === role && one.scope === scope)
  if (!held || isOver(held, today)) return { code: 'unheld-role', name }
  if (to < today) return { code: 'past-end' }
  if (held.to === to) return { code: 'unchanged-end', to }
  if (held.to !== null && to > held.to) return { code: 'late-end', to: held.to }
  return facts.successor?.person.id === facts.person ? { code: 'own-successor' } : undefined
}

/** The holder's last day comes before the successor's first, so that the two never meet. */
function takenOver(from: LocalDate, facts: EndingRole): Decision<PersonEvent, EndRoleRefusal> {
  if (!facts.successor) return decided<PersonEvent>()
  const holders = facts.holders.filter((one) => one.id !== facts.person)
  const given = giveRole({ from, to: null }, { ...facts.successor, holders, sure: facts.sure })
  const holdsIt = 'refusal' in given && given.refusal.code === 'held-role'
  return holdsIt ? decided<PersonEvent>() : given
}
