/** An overdue matter goes up step by step (rulebook 4 and 7): every step has its working days, and none is left out. */
import type { PersonId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { EscalationLevel } from '../../../store/schema/reminders.ts'
import type { ReminderPolicy } from './digest-day.ts'
import type { Matter } from './matter.ts'

/** Counts working days; the holidays are the kernel's. */
export interface Workdays {
  /** The nth working day after a day. */
  plus(day: LocalDate, count: number): LocalDate
}

/** A step that was taken. */
export interface Step {
  readonly level: EscalationLevel
  /** Empty where nobody held the role: it was skipped, and is called so. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
  readonly on: LocalDate
}

export interface NewStep extends Step {
  readonly matter: string
  readonly dueOn: LocalDate
  /** Its place in the chain, from 0. */
  readonly step: number
}

type Chained = Pick<Matter, 'key' | 'dueOn' | 'chain'>

/** The first day on which the next step may be taken; undefined where there is none. */
export function nextStepOn(
  { dueOn, chain }: Pick<Matter, 'dueOn' | 'chain'>,
  taken: readonly Step[],
  policy: Pick<ReminderPolicy, 'escalateAfter'>,
  workdays: Workdays,
): LocalDate | undefined {
  const rung = chain[taken.length]
  if (!rung || chain.length === 1) return undefined
  const after = daysOf(rung.level, policy)
  const due = workdays.plus(dueOn, after)
  const before = taken.at(-1)
  if (!before) return due
  const own = workdays.plus(before.on, Math.max(1, after - daysOf(before.level, policy)))
  return own > due ? own : due
}

/** Working days after the due date; whoever has to do it hears of it on the first. */
function daysOf(level: EscalationLevel, { escalateAfter }: Pick<ReminderPolicy, 'escalateAfter'>): number {
  return level === 'own' ? 1 : Math.max(1, escalateAfter[level])
}

/** The step that the matter takes today, one at most. */
export function stepToday(
  matter: Chained,
  taken: readonly Step[],
  policy: Pick<ReminderPolicy, 'escalateAfter'>,
  today: LocalDate,
  workdays: Workdays,
): NewStep | undefined {
  const on = nextStepOn(matter, taken, policy, workdays)
  const rung = matter.chain[taken.length]
  if (on === undefined || on > today || !rung) return undefined
  const people = rung.people.map(({ id, name }) => ({ id, name }))
  const { key, dueOn } = matter
  return { matter: key, dueOn, step: taken.length, level: rung.level, people, on: today }
}
