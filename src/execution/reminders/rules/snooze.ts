/** A person puts a matter off: never past its due date, nor past the day on which it would go up. Subject `snooze:<person>:<matter>`. */
import { type Decision, decided, never, refused } from '../../../kernel/decision.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { type LocalDate, plusDays } from '../../../kernel/time.ts'
import type { Item } from './digest.ts'
import type { ReminderPolicy } from './digest-day.ts'
import { nextStepOn, type Workdays } from './escalation.ts'
import { isOverdue } from './matter.ts'

export type SnoozeState =
  | { readonly status: 'none' }
  | {
      readonly status: 'snoozed'
      readonly person: PersonId
      readonly matter: string
      readonly until: LocalDate
    }

export type SnoozeEvent =
  | {
      readonly type: 'reminder.snoozed'
      readonly person: PersonId
      readonly matter: string
      readonly until: LocalDate
    }
  | { readonly type: 'reminder.resumed' }

export const NOT_SNOOZED: SnoozeState = { status: 'none' }

export function evolveSnooze(_: SnoozeState, event: SnoozeEvent): SnoozeState {
  switch (event.type) {
    case 'reminder.snoozed': {
      const { person, matter, until } = event
      return { status: 'snoozed', person, matter, until }
    }
    case 'reminder.resumed':
      return NOT_SNOOZED
    default:
      return never(event)
  }
}

export type SnoozeRefusal =
  /** It is done, or is nothing of this person's. */
  | { readonly code: 'ended-reminder' }
  | { readonly code: 'past-snooze' }
  | { readonly code: 'long-snooze'; readonly limit: LocalDate }
  | { readonly code: 'urgent-reminder' }
  | { readonly code: 'same-snooze'; readonly until: LocalDate }
  | { readonly code: 'unsnoozed-reminder' }

export interface SnoozeFacts {
  readonly person: PersonId
  /** Undefined where it is not before the person any more. */
  readonly item: Item | undefined
  readonly policy: ReminderPolicy
  readonly today: LocalDate
  readonly workdays: Workdays
}

/** The last day on which it must be back; undefined where putting it off would hide nothing. */
export function snoozeLimit(
  { matter, steps }: Pick<Item, 'matter' | 'steps'>,
  { policy, today, workdays }: Pick<SnoozeFacts, 'policy' | 'today' | 'workdays'>,
): LocalDate | undefined {
  const longest = plusDays(today, policy.snoozeDays)
  const next = workdays.plus(today, 1)
  if (!isOverdue(matter, today)) return earlier(longest, matter.dueOn, today)
  const goesUp = nextStepOn(matter, steps, policy, workdays) ?? longest
  return earlier(longest, goesUp, next)
}

function earlier(one: LocalDate, other: LocalDate, after: LocalDate): LocalDate | undefined {
  const limit = one < other ? one : other
  return limit > after ? limit : undefined
}

export function snooze(
  state: SnoozeState,
  until: LocalDate,
  facts: SnoozeFacts,
): Decision<SnoozeEvent, SnoozeRefusal> {
  const { item, person, today } = facts
  if (!item) return refused({ code: 'ended-reminder' })
  if (until <= today) return refused({ code: 'past-snooze' })
  const limit = snoozeLimit(item, facts)
  if (limit === undefined) return refused({ code: 'urgent-reminder' })
  if (until > limit) return refused({ code: 'long-snooze', limit })
  if (state.status === 'snoozed' && state.until === until) return refused({ code: 'same-snooze', until })
  return decided<SnoozeEvent>({ type: 'reminder.snoozed', person, matter: item.matter.key, until })
}

/** It is shown again from the next digest on. */
export function resume(state: SnoozeState, today: LocalDate): Decision<SnoozeEvent, SnoozeRefusal> {
  if (state.status === 'none' || state.until <= today) return refused({ code: 'unsnoozed-reminder' })
  return decided<SnoozeEvent>({ type: 'reminder.resumed' })
}
