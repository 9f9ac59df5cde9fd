import type { LocalDate } from '../../kernel/time.ts'

/** What a person put off. */
export interface SnoozeTable {
  person: string
  matter: string
  /** The first day on which it is shown again. */
  until_on: LocalDate
}

export type EscalationLevel = 'own' | 'head' | 'office' | 'leader'

/** To whom an overdue matter went, step by step; never changed. */
export interface EscalationTable {
  matter: string
  due_on: LocalDate
  /** 0: whoever has to do it. */
  step: number
  level: EscalationLevel
  year: number
  /** JSON list of `{ id, name }`; empty where nobody held the role. */
  people: string
  on_day: LocalDate
}

/** By when plans are to be sent, as the office set it for the year. */
export interface PlanDeadlineTable {
  year: number
  due_on: LocalDate
}

export interface RemindersSchema {
  snooze: SnoozeTable
  escalation: EscalationTable
  plan_deadline: PlanDeadlineTable
}
