/** No refusal carries words, names or numbers of a petition: refusals are kept in receipts, which are not sealed. */
import type { Instant } from '../../../kernel/time.ts'
import type { Phase } from '../../../store/schema/policy.ts'

export type PetitionRefusal =
  | { readonly code: 'closed-petitions'; readonly phase: Phase | null }
  | { readonly code: 'unentitled-petitioner' }
  | { readonly code: 'written-petition' }
  | { readonly code: 'repeated-words' }
  | { readonly code: 'unknown-concerned'; readonly position: number }
  | { readonly code: 'unreadable-petition' }
  | { readonly code: 'foreign-petition' }
  | { readonly code: 'unentrusted-petition' }
  | { readonly code: 'own-petition' }
  | { readonly code: 'moved-petition'; readonly at: Instant }
  | { readonly code: 'ended-petition'; readonly at: Instant }
  | { readonly code: 'unanswered-petition' }
  | { readonly code: 'pending-passing' }
  | { readonly code: 'settled-passing' }
  | { readonly code: 'own-passing' }
  | { readonly code: 'unknown-receiver' }
  | { readonly code: 'ambiguous-receiver' }
  | { readonly code: 'headless-receiver' }
  | { readonly code: 'concerned-receiver' }
  | { readonly code: 'foreign-passing' }
  | { readonly code: 'reported-passing'; readonly at: Instant }
  | { readonly code: 'unfit-member' }
  | { readonly code: 'entrusted-member' }
