import type { Instant, LocalDate } from '../../kernel/time.ts'

/** A request for help on a goal (Article 19). */
export interface HelpTable {
  /** `help:<goal>:<number>` */
  id: string
  goal: string
  /** Among the goal's requests, from 1. */
  number: number
  year: number
  unit: string
  status: 'open' | 'answered' | 'solved'
  words: string
  /** Who has to answer: `group:<id>`, `leader:<unit>`, `office:` or `unit:<id>`. */
  holder: string
  /** Of the day on which it came there; '' of the office. */
  holder_name: string
  asked_by: string
  asked_name: string
  asked_at: Instant
  due_on: LocalDate
  moved_at: Instant
}

export interface HelpSchema {
  help_request: HelpTable
}
