import type { SubjectId, Year } from '../../kernel/ids.ts'
import { subjectOf } from '../../kernel/subject.ts'
import { evolveReminder, NOT_REMINDED, type ReminderEvent, type ReminderState } from './rules/reminder.ts'

export const reminderSubject = subjectOf<ReminderState, ReminderEvent>({
  kind: 'plan-reminder',
  initial: NOT_REMINDED,
  evolve: evolveReminder,
  rows: () => [],
})

export const reminderId = (year: Year): SubjectId => `plan-reminder:${year}`
