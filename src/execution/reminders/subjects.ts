import type { PersonId, SubjectId, Year } from '../../kernel/ids.ts'
import { subjectOf } from '../../kernel/subject.ts'
import { dropSnooze, insertSteps, upsertDeadline, upsertSnooze } from './rows.ts'
import { type DeadlineEvent, type DeadlineState, evolveDeadline, NO_DEADLINE } from './rules/deadline.ts'
import { evolveSnooze, NOT_SNOOZED, type SnoozeEvent, type SnoozeState } from './rules/snooze.ts'
import { evolveReminders, NOT_SENT, type RemindersEvent, type RemindersState } from './rules/sweep.ts'

export const remindersId = (year: Year): SubjectId => `reminders:${year}`
export const snoozeId = (person: PersonId, matter: string): SubjectId => `snooze:${person}:${matter}`
export const deadlineId = (year: Year): SubjectId => `plan-deadline:${year}`

export const remindersSubject = subjectOf<RemindersState, RemindersEvent>({
  kind: 'reminders',
  initial: NOT_SENT,
  evolve: evolveReminders,
  rows: ({ events }) =>
    events.flatMap((event) =>
      event.type === 'matters.escalated' ? [insertSteps(event.year, event.steps)] : [],
    ),
})

export const snoozeSubject = subjectOf<SnoozeState, SnoozeEvent>({
  kind: 'snooze',
  initial: NOT_SNOOZED,
  evolve: evolveSnooze,
  rows({ before, after }) {
    if (after.status === 'none')
      return before.status === 'none' ? [] : [dropSnooze(before.person, before.matter)]
    const { person, matter, until } = after
    return [upsertSnooze({ person, matter, until_on: until })]
  },
})

export const deadlineSubject = subjectOf<DeadlineState, DeadlineEvent>({
  kind: 'plan-deadline',
  initial: NO_DEADLINE,
  evolve: evolveDeadline,
  rows: ({ events }) => events.map(({ year, dueOn }) => upsertDeadline(year, dueOn)),
})
