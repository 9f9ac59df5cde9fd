export type AppealDone =
  | { readonly code: 'appeal-drafted'; readonly items: number; readonly head: boolean }
  | { readonly code: 'appeal-item-dropped' }
  | { readonly code: 'head-asked' }
  | { readonly code: 'appeal-sent' }
  | { readonly code: 'appeal-withdrawn' }
  | { readonly code: 'appeal-to-group'; readonly group: string }
  | { readonly code: 'appeal-to-leaders' }
  | { readonly code: 'verdicts-kept'; readonly missing: number }
  | { readonly code: 'outcome-put' }
  | { readonly code: 'outcome-seconded'; readonly waiting: number }
  | { readonly code: 'outcome-objected' }
  | { readonly code: 'outcome-agreed' }
  | { readonly code: 'appeal-decided'; readonly outcome: 'kept' | 'changed' }
  | { readonly code: 'answering-reopened' }
  | { readonly code: 'silence-noted' }
