/** What a person is answered when a command of this chapter is done. */
export type ExecutionDone =
  | {
      readonly code: 'reported-progress'
      readonly number: number
      readonly percent: number
      readonly task: { readonly number: number; readonly percent: number } | null
    }
  | { readonly code: 'reported-many'; readonly saved: readonly number[]; readonly refused: number }
  | { readonly code: 'accepted-progress'; readonly number: number; readonly percent: number }
  | { readonly code: 'queried-progress'; readonly number: number }
  | { readonly code: 'received-evidence' }
  | { readonly code: 'kept-evidence' }
