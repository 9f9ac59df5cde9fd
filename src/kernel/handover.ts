/** What is a person's own in a chapter, and passes to a successor in one batch with the roles. */
import type { Database } from '../store/database.ts'
import type { PersonId } from './ids.ts'
import type { SubjectChange } from './subject.ts'
import type { Instant, LocalDate } from './time.ts'

export interface Handover {
  readonly from: { readonly id: PersonId; readonly name: string }
  readonly to: { readonly id: PersonId; readonly name: string }
  /** Who confirms it, under the name of that day. */
  readonly act: { readonly by: PersonId; readonly name: string; readonly at: Instant }
  readonly today: LocalDate
}

export interface HandedOver {
  /** What passes, as 任务. */
  readonly what: string
  /** Each in words, for the preview. */
  readonly items: readonly string[]
  readonly changes: readonly SubjectChange[]
}

/** Asked for the preview and for the act alike: what it answers is what is done. */
export type HandsOver = (db: Database, handover: Handover) => Promise<HandedOver>
