import type { GoalLack } from './rules/state-account.ts'

export type AccountDone =
  | { readonly code: 'account-kept'; readonly missing: readonly GoalLack[] }
  | { readonly code: 'account-signed'; readonly unit: string }
  | { readonly code: 'account-taken-back' }
