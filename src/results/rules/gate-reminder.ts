/** The office chases lead units that owe a report, each person at most once a day. Subject `gate-reminder:<year>`. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import { type Signed, signedBy } from '../../policy/rules/signed.ts'
import type { Phase } from '../../store/schema/policy.ts'

/** Who owes how many answers, in how many gate areas. */
export interface Owing {
  readonly person: PersonId
  readonly areas: number
  readonly units: number
}

export type GateReminderState =
  | { readonly status: 'none' }
  | {
      readonly status: 'chased'
      readonly day: LocalDate
      /** Everyone who was chased on that day. */
      readonly told: readonly PersonId[]
      readonly signed: Signed
    }

export interface GateReminderEvent {
  readonly type: 'gates.chased'
  readonly day: LocalDate
  readonly told: readonly Owing[]
  readonly signed: Signed
}

export const NOT_CHASED: GateReminderState = { status: 'none' }

export function evolveGateReminder(
  state: GateReminderState,
  { day, told, signed }: GateReminderEvent,
): GateReminderState {
  const people = [...chasedOn(state, day), ...told.map((one) => one.person)]
  return { status: 'chased', day, told: people, signed }
}

/** Who was chased on that day already. */
export const chasedOn = (state: GateReminderState, day: LocalDate): readonly PersonId[] =>
  state.status === 'chased' && state.day === day ? state.told : []

export type GateReminderRefusal =
  | { readonly code: 'gate-office-only' }
  | { readonly code: 'early-gate'; readonly phase: Phase }
  | { readonly code: 'nobody-owing' }
  | { readonly code: 'chased-today'; readonly signed: Signed }

export interface Chasing {
  readonly by: Actor
  readonly at: Instant
  readonly today: LocalDate
  readonly phase: Phase
  readonly owing: readonly Owing[]
}

/** All who owe an answer, but for those who were chased today. */
export function chaseGates(
  state: GateReminderState,
  { by, at, today, phase, owing }: Chasing,
): Decision<GateReminderEvent, GateReminderRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'gate-office-only' })
  if (phase !== 'assessment' && phase !== 'results') return refused({ code: 'early-gate', phase })
  if (owing.length === 0) return refused({ code: 'nobody-owing' })
  const before = new Set(chasedOn(state, today))
  const told = owing.filter((one) => !before.has(one.person))
  if (told.length === 0 && state.status === 'chased')
    return refused({ code: 'chased-today', signed: state.signed })
  return decided<GateReminderEvent>({ type: 'gates.chased', day: today, told, signed: signedBy(by, at) })
}
