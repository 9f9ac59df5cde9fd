import type { Signed } from '../../policy/rules/signed.ts'
import type { Phase } from '../../store/schema/policy.ts'
import type { Missing } from './missing.ts'
import type { NamingFault } from './naming.ts'

export type ResultsRefusal =
  | { readonly code: 'chair-only' }
  | { readonly code: 'members-only' }
  | { readonly code: 'announcer-only' }
  | { readonly code: 'early-results'; readonly phase: Phase }
  | { readonly code: 'incomplete-results'; readonly missing: readonly Missing[] }
  | { readonly code: 'unproposed-results' }
  | { readonly code: 'stale-proposal' }
  /** Nothing is before the members, or something else than their card shows. */
  | { readonly code: 'stale-ballot' }
  | { readonly code: 'repeated-answer' }
  | { readonly code: 'wordless-return' }
  | { readonly code: 'unratified-results' }
  | { readonly code: 'ratified-results'; readonly signed: Signed }
  | { readonly code: 'announced-results'; readonly signed: Signed }
  /** An appeal changed scores: corrected first, then announced. */
  | { readonly code: 'uncorrected-results'; readonly units: readonly string[] }
  | { readonly code: 'unknown-names'; readonly names: readonly string[] }
  | NamingFault
