/** Why the policy is not changed or confirmed; `wording` has the sentences. */
import type { Contradiction } from './consistent.ts'

export type PolicyRefusal =
  | { readonly code: 'unchanged-values' }
  | { readonly code: 'stale-values' }
  | { readonly code: 'assessed-year' }
  | { readonly code: 'scored-year' }
  | { readonly code: 'begun-deliberations' }
  | { readonly code: 'contradicting-values'; readonly contradiction: Contradiction }
  | { readonly code: 'unknown-area' }
  | { readonly code: 'reported-area'; readonly area: string; readonly reports: number }
  | { readonly code: 'last-area' }
  | { readonly code: 'full-areas'; readonly most: number }
  | { readonly code: 'ungraded-unit'; readonly unit: string }
  | { readonly code: 'scored-unit'; readonly unit: string }
  | { readonly code: 'unchanged-coefficients' }
  | { readonly code: 'unsuggested-coefficients' }
  | { readonly code: 'stale-suggestions' }
