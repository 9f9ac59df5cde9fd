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

/** A part of a year's state, and what is left of it. */
export function partOf<State extends PolicyPart>(state: State) {
  const { policy, notice, confirmed, coefficients, suggested, edition, ...rest } = state
  const part: PolicyPart = {
    ...{ policy, notice, coefficients },
    ...(confirmed && { confirmed }),
    ...(suggested && { suggested }),
    ...(edition !== undefined && { edition }),
  }
  return { part, rest }
}

export function evolvePolicy(part: PolicyPart, event: PolicyEvent): PolicyPart {
  switch (event.type) {
    case 'values.chosen':
      return changed({ ...part, policy: withValues(part.policy, event.values) })
    case 'ratification.chosen':
      return changed({ ...part, policy: { ...part.policy, ratification: event.ratification } })
    case 'agreement.chosen':
      return changed({ ...part, policy: { ...part.policy, agreement: event.agreement } })
    case 'pay.chosen':
      return changed({ ...part, policy: { ...part.policy, pay: event.pay } })
    case 'coefficients.set':
      return withCoefficients(part, { [event.unit]: event.coefficients })
    case 'coefficients.listed':
      return withCoefficients(part, event.coefficients)
    case 'coefficients.suggested':
      return { ...part, suggested: event.coefficients }
    case 'policy.confirmed':
      return { ...part, notice: event.notice, confirmed: event.signed }
    default:
      return never(event)
  }
}

/** A changed policy is unconfirmed, and the next edition. */
function changed({ confirmed, ...part }: PolicyPart): PolicyPart {
  return { ...part, notice: null, edition: editionOf(part) + 1 }
}

function withCoefficients({ suggested, ...part }: PolicyPart, given: CoefficientsByUnit): PolicyPart {
  const left = Object.entries(suggested ?? {}).filter(([unit]) => given[unit] === undefined)
  return changed({
    ...part,
    coefficients: { ...part.coefficients, ...given },
    ...(left.length > 0 && { suggested: Object.fromEntries(left) }),
  })
}
