import type { PolicyValues, ValueName } from '../rules/policy.ts'
import type { Kind } from './kind.ts'

/** A value as the office sees it. */
export interface PolicyValue<Value> {
  /** 8 characters at most. */
  readonly label: string
  readonly kind: Kind<Value>
  /** What the choice changes, where the regulation leaves it open (◇). */
  readonly changes?: string
  /** From when a new value holds. */
  readonly holds: string
  /** What a new value touches, and what it leaves as it is. */
  readonly touches: string
}

/** A value for each of these names. */
export type ValuesNamed<Name extends ValueName> = { readonly [name in Name]: PolicyValue<PolicyValues[name]> }
