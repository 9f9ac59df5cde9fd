import type { LocalDate } from '../../kernel/time.ts'

export type DelegationDone =
  | {
      readonly code: 'delegation-given'
      readonly delegate: string
      readonly from: LocalDate
      readonly to: LocalDate
    }
  | { readonly code: 'delegation-taken-back'; readonly principal: string; readonly delegate: string }
  | { readonly code: 'delegation-begun' }
  | { readonly code: 'delegation-over' }
