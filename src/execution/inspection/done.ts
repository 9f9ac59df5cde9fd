/** What a person is answered when a command of inspection is done. */
export type InspectionDone =
  | { readonly code: 'visit-planned'; readonly unit: string }
  | { readonly code: 'check-stated'; readonly population: number }
  | { readonly code: 'check-drawn'; readonly picked: number }
  | { readonly code: 'inspection-ended'; readonly how: 'done' | 'cancelled' }
  | { readonly code: 'note-kept' }
  | { readonly code: 'note-dropped' }
  | { readonly code: 'finding-published'; readonly unit: string }
  | { readonly code: 'finding-withdrawn' }
  | { readonly code: 'rectification-answered' }
  | { readonly code: 'rectification-accepted' }
  | { readonly code: 'rectification-returned' }
