import type { LocalDate } from '../../kernel/time.ts'

export type RemindersDone =
  | { readonly code: 'digests-sent'; readonly people: number; readonly items: number }
  | { readonly code: 'reminder-snoozed'; readonly until: LocalDate }
  | { readonly code: 'reminder-resumed' }
  | { readonly code: 'deadline-set'; readonly dueOn: LocalDate }
