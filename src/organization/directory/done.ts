import type { DirectoryCounts } from './rules/reading.ts'

/** What the actor is answered, by code. */
export type DirectoryDone =
  | { readonly code: 'directory-asked' }
  | { readonly code: 'directory-taken' }
  | ({ readonly code: 'directory-confirmed' } & DirectoryCounts)
  | { readonly code: 'directory-set-aside' }
  | { readonly code: 'department-placed'; readonly department: string; readonly unit: string | null }
  | { readonly code: 'directory-noted' }
  | { readonly code: 'directory-told' }

export type NoteRefusal = { readonly code: 'foreign-note' }
