/** The office reminds those who are late, each at most once a day. Subject `plan-reminder:<year>`. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { type Actor, holds } from '../../../organization/rules/actor.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import type { Act } from '../../rules/goal.ts'

export interface Late {
  readonly person: PersonId
  /** How many things wait for the person. */
  readonly items: number
}

export interface Reminder {
  readonly day: LocalDate
  /** Only those were meant for whom something had waited for so many days. */
  readonly days: number
  readonly told: readonly Late[]
  /** Who was late too, but had been reminded that day. */
  readonly skipped: readonly PersonId[]
  readonly act: Act
}

export type ReminderState =
  | { readonly status: 'none' }
  | {
      readonly status: 'reminded'
      readonly last: Reminder
      /** Everyone who was reminded on the day of the last reminder. */
      readonly ofDay: readonly PersonId[]
    }

export type ReminderEvent = Reminder & { readonly type: 'people.reminded' }

export type ReminderRefusal =
  | { readonly code: 'office-reminds' }
  | { readonly code: 'unopened-setting' }
  | { readonly code: 'ended-setting'; readonly phase: Phase }
  | { readonly code: 'nobody-late'; readonly days: number }
  | { readonly code: 'reminded-today'; readonly people: number; readonly by: string; readonly at: Act['at'] }

export const NOT_REMINDED: ReminderState = { status: 'none' }

export function evolveReminder(state: ReminderState, event: ReminderEvent): ReminderState {
  const { type: _, ...last } = event
  const people = event.told.map((one) => one.person)
  return { status: 'reminded', last, ofDay: [...remindedOn(state, event.day), ...people] }
}

/** Who was reminded on that day already. */
export function remindedOn(state: ReminderState, day: LocalDate): readonly PersonId[] {
  return state.status === 'reminded' && state.last.day === day ? state.ofDay : []
}

export interface Reminding {
  readonly by: Actor
  readonly act: Act
  readonly today: LocalDate
  /** Null before the year is opened. */
  readonly phase: Phase | null
  /** Who is late by the days asked for, each once. */
  readonly late: readonly Late[]
}

/** All who are late, but for those who were reminded today. */
export function remindLate(
  state: ReminderState,
  command: { readonly days: number },
  r: Reminding,
): Decision<ReminderEvent, ReminderRefusal> {
  if (!holds(r.by, 'office')) return refused({ code: 'office-reminds' })
  if (r.phase === null) return refused({ code: 'unopened-setting' })
  if (r.phase !== 'setting') return refused({ code: 'ended-setting', phase: r.phase })
  if (r.late.length === 0) return refused({ code: 'nobody-late', days: command.days })
  const before = new Set(remindedOn(state, r.today))
  const told = r.late.filter((one) => !before.has(one.person))
  if (told.length === 0 && state.status === 'reminded') {
    const { name: by, at } = state.last.act
    return refused({ code: 'reminded-today', people: r.late.length, by, at })
  }
  const skipped = r.late.map((one) => one.person).filter((person) => before.has(person))
  return decided<ReminderEvent>({
    ...{ type: 'people.reminded', day: r.today, days: command.days, told, skipped },
    act: r.act,
  })
}
