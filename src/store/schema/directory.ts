import type { Instant } from '../../kernel/time.ts'

/** Which unit a department of the platform is, where the office has said it. */
export interface DepartmentPlaceTable {
  department: string
  name: string
  /** Null: no unit. */
  unit: string | null
}

/** What the platform told of a person since the last reading. */
export interface DirectoryNoteTable {
  /** '' for the range. */
  open_id: string
  what: 'joined' | 'moved' | 'changed' | 'left' | 'range'
  name: string
  /** When it was told last. */
  at: Instant
  times: number
  /** When the office heard of it. */
  told_at: Instant | null
}

export interface DirectorySchema {
  department_place: DepartmentPlaceTable
  directory_note: DirectoryNoteTable
}
