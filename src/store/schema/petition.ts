import type { PersonId, UnitId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'

/** On whom the next step waits. */
export type WaitsFor = 'leaders' | 'writer' | 'nobody'

/** A petition to the leading group (Article 32), as far as the journal tells of it. */
export interface PetitionTable {
  /** `2026-007` */
  number: string
  year: number
  /** From 1 in each year. */
  sequence: number
  status: 'open' | 'closed'
  waits_for: WaitsFor
  hidden: 0 | 1
  /** Place of the paper that asks for consent to pass on; null where none does. */
  proposal: number | null
  written_at: Instant
  moved_at: Instant
}

export interface PetitionEntrustedTable {
  petition: string
  person: PersonId
}

export interface PetitionKeyTable {
  one: number
  secret: string
}

/** Who wrote which number. Sealed: for the office's register and the writer alone. */
export interface PetitionRegisterTable {
  handle: string
  petition: string
  person: PersonId
  at: Instant
}

/** Sealed: for the leading group and the writer alone. */
export interface PetitionPaperTable {
  petition: string
  /** Version of the petition's journal at which it was written. */
  place: number
  /** JSON of a `Paper`. */
  body: string
}

export interface PetitionConcernedTable {
  petition: string
  person: PersonId
}

export interface PetitionPassedTable {
  petition: string
  place: number
  person: PersonId | null
  unit: UnitId | null
  reported: 0 | 1
  at: Instant
}

export interface PetitionSchema {
  petition: PetitionTable
  petition_entrusted: PetitionEntrustedTable
  petition_key: PetitionKeyTable
  petition_register: PetitionRegisterTable
  petition_paper: PetitionPaperTable
  petition_concerned: PetitionConcernedTable
  petition_passed: PetitionPassedTable
}
