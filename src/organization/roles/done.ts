import type { LocalDate } from '../../kernel/time.ts'
import type { GiveRefusal } from '../delegation/rules/give.ts'
import type { ScopeKind } from '../roster/layout.ts'
import type { EndRoleRefusal } from './rules/end-role.ts'
import type { GiveRoleRefusal } from './rules/give-role.ts'

export type RoleRefusal =
  | GiveRoleRefusal
  | EndRoleRefusal
  | Extract<GiveRefusal, { code: 'unknown-person-named' | 'ambiguous-person' }>
  | { readonly code: 'clock-only' }
  | { readonly code: 'unknown-scope'; readonly words: string; readonly kind: ScopeKind }

export type RoleDone =
  | { readonly code: 'role-given'; readonly name: string }
  | {
      readonly code: 'role-ended'
      readonly name: string
      readonly to: LocalDate
      /** Name of the one who takes it over; '' for nobody. */
      readonly successor: string
    }
  | { readonly code: 'ends-told' }
