/** The day's digests are sent once, in the hours and on the days of the policy. Subject `reminders:<year>`. */
import { type Decision, decided, never, refused } from '../../../kernel/decision.ts'
import type { Year } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { ExecutionPolicy } from '../../../policy/rules/execution-policy.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import type { NewStep } from './escalation.ts'

export type RemindersState =
  | { readonly status: 'none' }
  | { readonly status: 'sent'; readonly last: LocalDate }

export type RemindersEvent =
  | {
      readonly type: 'matters.escalated'
      readonly year: Year
      readonly day: LocalDate
      readonly steps: readonly NewStep[]
    }
  | {
      readonly type: 'digests.sent'
      readonly day: LocalDate
      readonly people: number
      readonly items: number
      /** Working days since the last on which none was sent. */
      readonly skipped: readonly LocalDate[]
    }

export const NOT_SENT: RemindersState = { status: 'none' }

export function evolveReminders(state: RemindersState, event: RemindersEvent): RemindersState {
  switch (event.type) {
    case 'matters.escalated':
      return state
    case 'digests.sent':
      return { status: 'sent', last: event.day }
    default:
      return never(event)
  }
}

export type SweepRefusal =
  | { readonly code: 'clock-only' }
  | { readonly code: 'unwatched-year' }
  | { readonly code: 'free-day' }
  | { readonly code: 'wrong-hour' }
  | { readonly code: 'sent-digests' }

/** What must hold for the day's digests to be sent. */
export interface SweepTime {
  readonly phase: Phase | null
  readonly today: LocalDate
  readonly isWorkingDay: boolean
  /** Local, 0-23. */
  readonly hour: number
  readonly policy: Pick<ExecutionPolicy, 'digestHour' | 'digestUntil'>
}

export function whyNotNow(state: RemindersState, time: SweepTime): SweepRefusal | undefined {
  const { phase, today, isWorkingDay, hour, policy } = time
  if (phase === null || phase === 'closed') return { code: 'unwatched-year' }
  if (!isWorkingDay) return { code: 'free-day' }
  if (hour < policy.digestHour || hour >= policy.digestUntil) return { code: 'wrong-hour' }
  return state.status === 'sent' && state.last >= today ? { code: 'sent-digests' } : undefined
}

/** What was found for the day. */
export interface Found {
  readonly year: Year
  readonly steps: readonly NewStep[]
  readonly people: number
  readonly items: number
  readonly skipped: readonly LocalDate[]
}

/** As many steps as stand in one entry of the journal without making it too long to read. */
const STEPS_AN_ENTRY = 500

export function sendDigests(
  state: RemindersState,
  time: SweepTime,
  { year, steps, people, items, skipped }: Found,
): Decision<RemindersEvent, SweepRefusal> {
  const bar = whyNotNow(state, time)
  if (bar) return refused(bar)
  const day = time.today
  const parts = Array.from({ length: Math.ceil(steps.length / STEPS_AN_ENTRY) }, (_, part) =>
    steps.slice(part * STEPS_AN_ENTRY, (part + 1) * STEPS_AN_ENTRY),
  )
  return decided<RemindersEvent>(
    ...parts.map((part) => ({ type: 'matters.escalated', year, day, steps: part }) as const),
    { type: 'digests.sent', day, people, items, skipped },
  )
}
