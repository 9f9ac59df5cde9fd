/** What a person is answered when a command of this chapter is done. */
export type ExecutionDone =
  | { readonly code: 'reported-progress'; readonly number: number; readonly percent: number }
  | { readonly code: 'received-evidence' }
  | { readonly code: 'kept-evidence' }
