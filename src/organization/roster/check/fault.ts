/** What can be wrong in a roster: data with its place; `fault-wording` has the sentences. */
import type { GroupKind } from '../../../store/schema/organization.ts'
import type { CellFault, StructureProblem } from '../../../workbook/fault.ts'
import type { ScopeKind, SheetKey } from '../layout.ts'

export type Problem =
  | StructureProblem
  | { readonly code: 'empty-cell' }
  | { readonly code: 'long-text'; readonly most: number }
  | { readonly code: 'malformed-id' }
  | { readonly code: 'reserved-id' }
  | { readonly code: 'repeated-value'; readonly firstRow: number }
  | { readonly code: 'unknown-kind' }
  | { readonly code: 'unknown-group-kind' }
  | { readonly code: 'unknown-role' }
  | { readonly code: 'unknown-unit' }
  | { readonly code: 'unknown-person' }
  | { readonly code: 'unknown-group'; readonly kind: GroupKind }
  | { readonly code: 'unknown-area'; readonly areas: readonly string[] }
  | { readonly code: 'missing-scope'; readonly kind: ScopeKind }
  | { readonly code: 'needless-scope' }
  | { readonly code: 'malformed-mobile' }
  | { readonly code: 'malformed-email' }
  | { readonly code: 'malformed-open-id' }
  | { readonly code: 'unreachable-person' }
  | { readonly code: 'malformed-date' }
  | { readonly code: 'early-end' }
  | { readonly code: 'repeated-role'; readonly firstRow: number }
  | { readonly code: 'mixed-group'; readonly firstRow: number; readonly kind: GroupKind }
  | { readonly code: 'shared-unit'; readonly firstRow: number }
  | { readonly code: 'unfit-unit'; readonly kind: GroupKind }
  | { readonly code: 'absent-office' }
  | { readonly code: 'absent-chair' }
  | { readonly code: 'ratified-standard'; readonly units: readonly string[] }
  | { readonly code: 'used-item'; readonly units: readonly string[] }
  | { readonly code: 'served-priority'; readonly units: readonly string[] }

export type RosterFault = CellFault<SheetKey, Problem>
