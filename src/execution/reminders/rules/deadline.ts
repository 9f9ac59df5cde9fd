/** By when the year's plans are to be sent, reviewed and ratified; it decides nothing, it only reminds. Subject `plan-deadline:<year>`. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { Year } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { type Actor, holds } from '../../../organization/rules/actor.ts'
import type { Phase } from '../../../store/schema/policy.ts'

export type DeadlineState =
  | { readonly status: 'none' }
  | { readonly status: 'set'; readonly dueOn: LocalDate }

export interface DeadlineEvent {
  readonly type: 'plan-deadline.set'
  readonly year: Year
  readonly dueOn: LocalDate
  /** The name of that day. */
  readonly by: string
}

export const NO_DEADLINE: DeadlineState = { status: 'none' }

export const evolveDeadline = (_: DeadlineState, { dueOn }: DeadlineEvent): DeadlineState => ({
  status: 'set',
  dueOn,
})

export type DeadlineRefusal =
  | { readonly code: 'office-sets-deadline' }
  | { readonly code: 'ended-setting-phase' }
  | { readonly code: 'past-deadline' }
  | { readonly code: 'same-deadline'; readonly dueOn: LocalDate }

export function setDeadline(
  state: DeadlineState,
  { year, dueOn }: { readonly year: Year; readonly dueOn: LocalDate },
  by: Actor,
  { phase, today }: { readonly phase: Phase | null; readonly today: LocalDate },
): Decision<DeadlineEvent, DeadlineRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-sets-deadline' })
  if (phase !== 'setting') return refused({ code: 'ended-setting-phase' })
  if (dueOn < today) return refused({ code: 'past-deadline' })
  if (state.status === 'set' && state.dueOn === dueOn) return refused({ code: 'same-deadline', dueOn })
  return decided<DeadlineEvent>({ type: 'plan-deadline.set', year, dueOn, by: by.name })
}
