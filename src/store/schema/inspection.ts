import type { Instant, LocalDate } from '../../kernel/time.ts'

export type InspectionKind = 'visit' | 'check'
export type InspectionStatus = 'planned' | 'stated' | 'drawn' | 'done' | 'cancelled'
/** 好的做法, 问题, 整改 */
export type FindingKind = 'good' | 'problem' | 'rectification'
export type Severity = 'slight' | 'grave' | 'serious'
export type FindingStatus = 'published' | 'open' | 'answered' | 'accepted' | 'withdrawn'

export interface InspectionTable {
  /** `inspection:<year>:<number>` */
  id: string
  year: number
  /** Counted over the whole school's year. */
  number: number
  /** The working group or inspection team. */
  body: string
  kind: InspectionKind
  status: InspectionStatus
  purpose: string
  /** The day of a visit. */
  held_on: LocalDate | null
  moved_at: Instant
}

/** The unit that is visited; the units that were drawn. */
export interface InspectionUnitTable {
  inspection: string
  unit: string
}

/** What was published to a unit. */
export interface FindingTable {
  /** `finding:<year>:<number>` */
  id: string
  year: number
  number: number
  inspection: string
  body: string
  unit: string
  goal: string | null
  kind: FindingKind
  severity: Severity | null
  fact: string
  status: FindingStatus
  /** Of a rectification, as it stands now. */
  due_on: LocalDate | null
  published_by: string
  published_at: Instant
  /** When it was published, answered, returned, accepted or withdrawn, whichever was last. */
  moved_at: Instant
}

/** An inspector's own note, which nobody else reads before it is published. */
export interface FindingNoteTable {
  id: string
  author: string
  inspection: string
  /** JSON of the note, exactly as hashed. */
  note: string
  at: Instant
}

export interface InspectionSchema {
  inspection: InspectionTable
  inspection_unit: InspectionUnitTable
  finding: FindingTable
  finding_note: FindingNoteTable
}
