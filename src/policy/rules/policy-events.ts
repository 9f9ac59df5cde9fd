/** What happens to the policy of a year, and how it folds. Each change makes a new edition that has to be confirmed. */
import { never } from '../../kernel/decision.ts'
import type { UnitId } from '../../kernel/ids.ts'
import type { Coefficients, CoefficientsByUnit } from './coefficients.ts'
import { type ChosenValues, type PayPolicy, type Policy, type Ratification, withValues } from './policy.ts'
import type { Signed } from './signed.ts'

export type PolicyEvent =
  | { readonly type: 'values.chosen'; readonly values: ChosenValues }
  | { readonly type: 'coefficients.set'; readonly unit: UnitId; readonly coefficients: Coefficients }
  /** Of many units at once: by workbook, or last year's taken over with the notice's number. */
  | {
      readonly type: 'coefficients.listed'
      readonly coefficients: CoefficientsByUnit
      readonly notice?: string
    }
  /** Last year's, which await this year's notice: shown as a suggestion, and missing until they are set. */
  | { readonly type: 'coefficients.suggested'; readonly coefficients: CoefficientsByUnit }
  | { readonly type: 'policy.confirmed'; readonly notice: string; readonly signed: Signed }
  /** Before `values.chosen` held every value; years of then still fold. */
  | { readonly type: 'ratification.chosen'; readonly ratification: Ratification }
  | { readonly type: 'agreement.chosen'; readonly agreement: Policy['agreement'] }
  | { readonly type: 'pay.chosen'; readonly pay: PayPolicy }

/** What a year's state holds of its policy. */
export interface PolicyPart {
  readonly policy: Policy
  /** The number of the notice with which the leading group confirmed the policy; null while unconfirmed. */
  readonly notice: string | null
  /** Who confirmed it and when; absent while unconfirmed. */
  readonly confirmed?: Signed
  readonly coefficients: CoefficientsByUnit
  /** Last year's coefficients of the units that still have none of their own; absent where there are none. */
  readonly suggested?: CoefficientsByUnit
  /** Rises by one with each change of a value or of coefficients; absent for the first. */
  readonly edition?: number
}

export const editionOf = ({ edition = 1 }: Pick<PolicyPart, 'edition'>): number => edition

export function evolvePolicy<State extends PolicyPart>(state: State, event: PolicyEvent): State {
  switch (event.type) {
    case 'values.chosen':
      return changed(state, { policy: withValues(state.policy, event.values) })
    case 'ratification.chosen':
      return changed(state, { policy: { ...state.policy, ratification: event.ratification } })
    case 'agreement.chosen':
      return changed(state, { policy: { ...state.policy, agreement: event.agreement } })
    case 'pay.chosen':
      return changed(state, { policy: { ...state.policy, pay: event.pay } })
    case 'coefficients.set':
      return withCoefficients(state, { [event.unit]: event.coefficients })
    case 'coefficients.listed':
      return withCoefficients(state, event.coefficients)
    case 'coefficients.suggested':
      return { ...state, suggested: event.coefficients }
    case 'policy.confirmed':
      return { ...state, notice: event.notice, confirmed: event.signed }
    default:
      return never(event)
  }
}

/** A changed policy is unconfirmed, and the next edition. */
function changed<State extends PolicyPart>(state: State, change: Partial<PolicyPart>): State {
  const { confirmed, ...rest } = { ...state, ...change, notice: null, edition: editionOf(state) + 1 }
  // Whoever confirmed the former edition is gone; all other keys are those of the state.
  return rest as unknown as State
}

function withCoefficients<State extends PolicyPart>(state: State, given: CoefficientsByUnit): State {
  const { suggested, ...rest } = state
  const left = Object.entries(suggested ?? {}).filter(([unit]) => given[unit] === undefined)
  const coefficients = { ...state.coefficients, ...given }
  const after = left.length > 0 ? { ...rest, suggested: Object.fromEntries(left) } : rest
  return changed(after as unknown as State, { coefficients })
}
