/** Somebody leaves who has handed everything over (Articles 3-6). */
import { type Decision, refused } from '../../../kernel/decision.ts'
import type { Actor } from '../../rules/actor.ts'
import { type Days, endPerson, type PersonEvent } from '../../rules/person.ts'
import { keepsPeople, openRoles, type Party } from './replace.ts'

export type LeaveRefusal =
  | { readonly code: 'foreign-people' }
  | { readonly code: 'absent-person'; readonly name: string }
  /** Roles, units in charge or tasks that nobody has taken over. */
  | {
      readonly code: 'bound-person'
      readonly name: string
      readonly roles: number
      readonly units: number
      readonly works: number
    }

export interface Leaving {
  readonly by: Actor
  readonly person: Party
  readonly units: number
  readonly works: number
  readonly days: Days
}

export function leave({ by, person, units, works, days }: Leaving): Decision<PersonEvent, LeaveRefusal> {
  const { name, state } = person
  if (!keepsPeople(by)) return refused({ code: 'foreign-people' })
  if (state.status !== 'active') return refused({ code: 'absent-person', name })
  const roles = openRoles(state, days).length
  if (roles + units + works > 0) return refused({ code: 'bound-person', name, roles, units, works })
  return { events: endPerson(state, days) }
}
