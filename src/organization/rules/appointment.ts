/** The first members of the office, before any roster names them. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { type Days, isOver, type PersonEvent, type PersonState, rolesOf } from './person.ts'

export type AppointmentRefusal =
  | { readonly code: 'appointed-office'; readonly person: PersonId }
  | { readonly code: 'rostered-school' }

interface AppointmentFacts {
  readonly person: PersonId
  readonly state: PersonState
  /** Whether a roster has been applied. */
  readonly rostered: boolean
  /** Name of the provisional person, where there is no person yet. */
  readonly name: string
}

/** `first`: at the start of the program, when the roster does not yet say who is in the office; else whenever the operator asks. */
export function appointOffice(
  facts: AppointmentFacts,
  command: { readonly openId: string; readonly first: boolean },
  { today }: Days,
): Decision<PersonEvent, AppointmentRefusal> {
  const { state, person } = facts
  const holdsIt = rolesOf(state).some((held) => held.role === 'office' && !isOver(held, today))
  if (state.status === 'active' && holdsIt) return refused({ code: 'appointed-office', person })
  if (command.first && facts.rostered) return refused({ code: 'rostered-school' })
  const role = { type: 'role.given', role: 'office', scope: '', from: today, to: null } as const
  if (state.status === 'active') return decided<PersonEvent>(role)
  const record = { name: facts.name, unit: null, title: facts.name, mobile: null, email: null }
  return decided<PersonEvent>(
    { type: 'person.recorded', record },
    { type: 'account.linked', openId: command.openId },
    role,
  )
}
